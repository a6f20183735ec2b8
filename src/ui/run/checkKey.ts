// "Test key": asks the service which models the key can see. Costs nothing.
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { keyTest } from '../store/session.ts';
import type { Effects } from './effects.ts';
import { send } from './send.ts';

/** Shows the outcome in `keyTest`; never rejects. */
export async function checkKey(effects: Effects): Promise<void> {
  keyTest.value = { at: 'testing' };
  const provider = effects.providers.gemini;
  try {
    const { reply } = await send(effects, {
      provider,
      runId: 'key-test',
      estimateUsd: 0,
      signal: new AbortController().signal,
      call: async (context) => ({ usage: null, check: await provider.checkKey(context) }),
    });
    keyTest.value = { at: 'passed', usableModels: reply.check.usableModels };
  } catch (thrown) {
    keyTest.value = { at: 'failed', error: toErrorData(toVariegateError(thrown)) };
  }
}
