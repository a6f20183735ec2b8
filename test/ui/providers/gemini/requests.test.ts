// Our requests in Gemini's words.
import { describe, expect, it } from 'vitest';
import { nearestShape } from '../../../../src/core/aspect.ts';
import { IMAGE_MODELS } from '../../../../src/core/model.ts';
import { imageParameters, planParameters } from '../../../../src/ui/providers/gemini/requests.ts';
import { fromBase64 } from '../../../../src/ui/providers/shared/base64.ts';
import { dig } from '../../../support/gemini/replies.ts';
import { aTask, input, picture } from '../../../support/gemini/tasks.ts';
import { aRequest } from '../../../support/request.ts';

function partsOf(parameters: { contents: unknown }): unknown[] {
  const parts = dig(parameters.contents, 0, 'parts');
  return Array.isArray(parts) ? parts : [];
}

describe('pictures', () => {
  it('[GE40] the inputs come in their order, then exactly the prompt', () => {
    const [a, b] = [picture(8, 8), picture(9, 9)];
    const parts = partsOf(imageParameters(aRequest(), [input('source', a), input('style', b)]));
    expect(parts.map((part) => dig(part, 'text') ?? fromBase64(String(dig(part, 'inlineData', 'data'))))).toEqual([a, b, aRequest().prompt]);
  });

  it('[GE41] one user turn, one picture asked for, nothing but ratio and size', () => {
    const { contents, ...rest } = imageParameters(aRequest(), []);
    expect(rest).toEqual({
      model: 'gemini-nano-banana-2.1',
      config: { automaticContinuation: false, responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '3:2', imageSize: '1K' } },
    });
    expect(contents).toHaveLength(1);
  });

  it('[GE42] a model of one size is not asked for a size', () => {
    const { config } = imageParameters(aRequest({ model: 'gemini-3.1-flash-lite-image' }), []);
    expect(config?.imageConfig).toEqual({ aspectRatio: '3:2' });
  });

  it('[GE42] a ratio is always sent, taken from the size where the request has none', () => {
    const { config } = imageParameters(aRequest({ ratio: null, size: { width: 1000, height: 560 } }), []);
    const card = IMAGE_MODELS[0];
    expect(config?.imageConfig?.aspectRatio).toBe(card && nearestShape({ width: 1000, height: 560 }, card, '1K').ratio);
  });

  it('[GE43] the mime type of an input is read from its bytes', () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
    expect(dig(partsOf(imageParameters(aRequest(), [input('style', jpeg)])), 0, 'inlineData', 'mimeType')).toBe('image/jpeg');
  });

  it('[GE43] an input that is no picture is refused before anything is sent', () => {
    expect(() => imageParameters(aRequest(), [input('style', Buffer.from('%PDF-1.7'))])).toThrow(expect.objectContaining({ code: 'IMAGE_UNREADABLE' }));
  });

  it('[GE43] a model that the table does not know is refused by name', () => {
    expect(() => imageParameters(aRequest({ model: 'imagen-4' }), [])).toThrow(expect.objectContaining({ code: 'MODEL_RETIRED', message: 'The model imagen-4 is gone.' }));
  });
});

describe('plans', () => {
  it('[GE44] the source comes first, then the task, as structured output', () => {
    const { model, config } = planParameters(aTask());
    expect([model, config?.responseMimeType, Object.keys(config ?? {}).sort()]).toEqual([
      'gemini-3.8-flash', 'application/json', ['automaticContinuation', 'responseJsonSchema', 'responseMimeType'],
    ]);
    expect(partsOf(planParameters(aTask())).map((part) => Object.keys(Object(part))[0])).toEqual(['inlineData', 'text']);
  });

  it('[GE44] without a source there are only words', () => {
    expect(partsOf(planParameters(aTask({ source: null })))).toEqual([{ text: aTask().words }]);
  });
});
