// What an answer used, as the bill will count it.
import { describe, expect, it } from 'vitest';
import { readUsage } from '../../../../src/ui/providers/gemini/usage.ts';
import { dig, realReply, recorded } from '../../../support/gemini/replies.ts';

const usageOf = (name: string) => readUsage(dig(recorded(name).body, 'usageMetadata'), 'm', true);

describe('usage', () => {
  it('[GE50] picture tokens are counted apart from text and thinking', () => {
    expect(usageOf('image-with-thought')).toEqual({ model: 'm', inputTokens: 1304, outputTokens: 10 + 179, imageTokens: 1120 });
  });

  it('[GE50] a plan has no picture tokens', () => {
    expect(readUsage(dig(recorded('plan').body, 'usageMetadata'), 'm', false)).toEqual({ model: 'm', inputTokens: 1500, outputTokens: 200, imageTokens: 0 });
  });

  it('[GE51] a picture without details is counted in full as a picture', () => {
    expect(readUsage({ promptTokenCount: 5, candidatesTokenCount: 1120 }, 'm', true)).toEqual({ model: 'm', inputTokens: 5, outputTokens: 0, imageTokens: 1120 });
  });

  it.each([[undefined], [null], ['text']])('[GE51] %j is no usage', (value) => {
    expect(readUsage(value, 'm', true)).toBeNull();
  });

  it('[GE51] numbers that cannot be are left out, the rest counts', () => {
    expect(readUsage({ promptTokenCount: -4, candidatesTokenCount: '9', thoughtsTokenCount: 3 }, 'm', true)).toEqual({ model: 'm', inputTokens: 0, outputTokens: 3, imageTokens: 0 });
  });

  it.each([['flash-image', [10, 14, 1290]], ['pro-jpeg-large-signature', [22, 275, 1120]]])('[GE50] the real answer %s', (name, expected) => {
    const real = realReply(name);
    if (!real) return;
    const usage = readUsage(dig(real.body, 'usageMetadata'), 'm', true);
    expect([usage?.inputTokens, usage?.outputTokens, usage?.imageTokens]).toEqual(expected);
  });
});
