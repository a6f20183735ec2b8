// "Test gateway": finds out what the gateway can do, and remembers it with the settings.
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { gatewayTest, settings } from '../store/session.ts';
import type { Effects } from './effects.ts';
import { saveChoices } from './history/learn.ts';
import { send } from './send.ts';

/** Shows the outcome in `gatewayTest`; never rejects. */
export async function testGateway(effects: Effects): Promise<void> {
  gatewayTest.value = { at: 'testing' };
  const provider = effects.providers.gateway;
  try {
    const { reply } = await send(effects, {
      provider, runId: 'gateway-test', estimateUsd: 0, signal: new AbortController().signal,
      call: async (context) => ({ usage: null, found: (await provider.findOut?.(context)) ?? null }),
    });
    saveChoices(effects, { gateway: { ...settings.value.gateway, found: reply.found } });
    gatewayTest.value = { at: 'idle' };
  } catch (thrown) {
    gatewayTest.value = { at: 'failed', error: toErrorData(toVariegateError(thrown)) };
  }
}
