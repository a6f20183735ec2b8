// The gateway: where it is, its key, and its test.
import { attempt } from './attempt.ts';
import { client } from './client.ts';
import { saveChoices } from './run/history/learn.ts';
import { say } from './run/say.ts';
import { testGateway as test } from './run/testGateway.ts';
import { effects } from './run/world.ts';
import { gatewayKey, gatewayTest, settings } from './store/session.ts';

export function setGateway(patch: { readonly url?: string; readonly model?: string }): void {
  saveChoices(effects, { gateway: { ...settings.value.gateway, ...patch } });
}

export function saveGatewayKey(text: string): void {
  attempt(async () => {
    gatewayTest.value = { at: 'idle' };
    gatewayKey.value = await client.call('saveKey', { key: text.trim(), of: 'gateway' });
    say(`Gateway key saved; it ends in ${gatewayKey.value.ending}`);
  });
}

export function forgetGatewayKey(): void {
  attempt(async () => {
    gatewayKey.value = await client.call('forgetKey', { of: 'gateway' });
    say('Gateway key forgotten');
  });
}

export function testGateway(): void {
  attempt(() => test(effects));
}
