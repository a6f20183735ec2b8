// What an answer holds: the picture, the text, or why there is none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VariegateError } from '../../../../src/core/errors.ts';
import { readImageReply, readTextReply } from '../../../../src/ui/providers/gemini/reply.ts';
import { pictureType } from '../../../../src/ui/providers/shared/mimeType.ts';
import { dig, realReply, recorded } from '../../../support/gemini/replies.ts';
import { picture } from '../../../support/gemini/tasks.ts';

const data = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const inline = (bytes: Uint8Array, extra: object = {}) => ({ inlineData: { mimeType: 'image/png', data: data(bytes) }, ...extra });
const answer = (parts: readonly object[], extra: object = { finishReason: 'STOP' }) => ({ candidates: [{ content: { parts }, ...extra }] });

function errorOf(read: () => unknown): VariegateError {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof VariegateError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

describe('pictures', () => {
  it('[GE20] thoughts are left out, pictures among them too', () => {
    const { body } = recorded('image-with-thought');
    expect(data(readImageReply(body))).toBe(dig(body, 'candidates', 0, 'content', 'parts', 3, 'inlineData', 'data'));
  });

  it('[GE21] the first of two pictures is taken, never both joined', () => {
    const first = picture(8, 8);
    expect(readImageReply(answer([inline(first), inline(picture(9, 9))]))).toEqual(first);
  });

  it('[GE22] magic bytes are trusted, not the mime type: a JPEG called PNG', () => {
    expect(pictureType(readImageReply(recorded('pro-jpeg').body))).toBe('image/jpeg');
  });

  it('[GE22] a part that is no picture is passed over', () => {
    const good = picture();
    expect(readImageReply(answer([inline(Buffer.from('<svg xmlns="…"/>')), inline(good)]))).toEqual(good);
  });

  it.each([['text', Buffer.from('<html>no picture</html>')], ['nothing', new Uint8Array(0)], ['zeros', new Uint8Array(64)]])(
    '[GE22] bytes of %s are no picture', (_, bytes) => {
      expect(errorOf(() => readImageReply(answer([inline(bytes)]))).code).toBe('REPLY_MALFORMED');
    });

  it('[GE22] text that is not base64 is no picture', () => {
    expect(errorOf(() => readImageReply(answer([{ inlineData: { data: '%%%' } }]))).code).toBe('REPLY_MALFORMED');
  });

  it.each([
    ['png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['gif', Buffer.from('GIF89a…'), 'image/gif'],
    ['webp', Buffer.from('RIFF0000WEBPVP8L'), 'image/webp'],
    ['avif', Buffer.from('0000ftypavif'), null],
    ['a RIFF that is no picture', Buffer.from('RIFF0000WAVEfmt '), null],
  ])('[GE22] knows %s by its first bytes', (_, bytes, type) => {
    expect(pictureType(bytes)).toBe(type);
  });

  it('[GE23] a picture that came in spite of MAX_TOKENS is kept', () => {
    expect(readImageReply(answer([inline(picture())], { finishReason: 'MAX_TOKENS' }))).toEqual(picture());
  });

  it('[GE23] a picture beside a reason nobody knows is kept', () => {
    expect(readImageReply(answer([inline(picture())], { finishReason: 'IMAGE_NEW_THING' }))).toEqual(picture());
  });

  it('[GE23] a picture beside a block is not used', () => {
    expect(errorOf(() => readImageReply(answer([inline(picture())], { finishReason: 'IMAGE_SAFETY' }))).code).toBe('IMAGE_BLOCKED');
  });
});

describe('[GE24] reasons', () => {
  it.each([
    ['SAFETY', 'IMAGE_BLOCKED'],
    ['PROHIBITED_CONTENT', 'IMAGE_BLOCKED'],
    ['BLOCKLIST', 'IMAGE_BLOCKED'],
    ['SPII', 'IMAGE_BLOCKED'],
    ['IMAGE_SAFETY', 'IMAGE_BLOCKED'],
    ['IMAGE_PROHIBITED_CONTENT', 'IMAGE_BLOCKED'],
    ['RECITATION', 'IMAGE_RECITATION'],
    ['IMAGE_RECITATION', 'IMAGE_RECITATION'],
    ['NO_IMAGE', 'NO_IMAGE'],
    ['IMAGE_OTHER', 'NO_IMAGE'],
    ['OTHER', 'NO_IMAGE'],
    ['MAX_TOKENS', 'TOKENS_EXCEEDED'],
    ['MALFORMED_FUNCTION_CALL', 'UNKNOWN_REASON'],
    ['UNEXPECTED_TOOL_CALL', 'UNKNOWN_REASON'],
    ['LANGUAGE', 'UNKNOWN_REASON'],
    ['CONTINUATION', 'UNKNOWN_REASON'],
    ['MALFORMED_RESPONSE', 'UNKNOWN_REASON'],
    ['SOMETHING_OF_2028', 'UNKNOWN_REASON'],
    ['constructor', 'UNKNOWN_REASON'],
  ])('[GE24] %s is %s and is named', (finishReason, code) => {
    const error = errorOf(() => readImageReply({ candidates: [{ finishReason }] }));
    expect([error.code, error.details.name]).toEqual([code, finishReason]);
  });

  it('[GE25] text only is NO_IMAGE with the text as the reason', () => {
    const error = errorOf(() => readImageReply(recorded('text-only').body));
    expect([error.code, error.details.name]).toEqual(['NO_IMAGE', 'I can only describe this scene.']);
  });

  it('[GE25] what the model says is cleaned and cut', () => {
    const error = errorOf(() => readImageReply(answer([{ text: `\u202E<b>no</b>\u0007${'x'.repeat(9999)}` }])));
    expect(error.details.name).toMatch(/^<b>no<\/b>x+$/);
    expect(error.details.name?.length).toBeLessThanOrEqual(120);
  });

  it('[GE25] a finish message is the cause', () => {
    const error = errorOf(() => readImageReply(answer([], { finishReason: 'IMAGE_OTHER', finishMessage: 'Try another wording.' })));
    expect(error.details.cause).toBe('Try another wording.');
  });

  it('[GE26] a blocked prompt is PROMPT_BLOCKED with its reason', () => {
    const error = errorOf(() => readImageReply(recorded('blocked-prompt').body));
    expect([error.code, error.details.name]).toEqual(['PROMPT_BLOCKED', 'PROHIBITED_CONTENT']);
  });

  it('[GE26] a blocked answer is IMAGE_BLOCKED, its text is not shown as the reason', () => {
    const error = errorOf(() => readImageReply(recorded('finish-safety').body));
    expect([error.code, error.details.name]).toEqual(['IMAGE_BLOCKED', 'SAFETY']);
  });
});

describe('text', () => {
  it('[GE27] thoughts are left out of a plan', () => {
    expect(readTextReply(recorded('plan').body)).toMatch(/^\{"directions"/);
  });

  it('[GE27] a blocked plan is a blocked prompt', () => {
    expect(errorOf(() => readTextReply(recorded('finish-safety').body)).code).toBe('PROMPT_BLOCKED');
  });

  it('[GE27] a cut plan says so', () => {
    expect(errorOf(() => readTextReply(answer([{ text: '{"dire' }], { finishReason: 'MAX_TOKENS' }))).code).toBe('TOKENS_EXCEEDED');
  });

  it('[GE27] an empty plan is malformed', () => {
    expect(errorOf(() => readTextReply(answer([]))).code).toBe('REPLY_MALFORMED');
  });
});

describe('[GE28] shapes nobody agreed on', () => {
  it.each([[null], [7], [{}], [{ candidates: [] }], [{ candidates: null }], [{ candidates: [null] }], [{ candidates: 'x' }]])(
    '[GE28] %j is REPLY_MALFORMED', (response) => {
      expect(errorOf(() => readImageReply(response)).code).toBe('REPLY_MALFORMED');
    });

  it('[GE28] an odd part does not cost the picture beside it', () => {
    expect(readImageReply(answer([{ text: 7 }, inline(picture())]))).toEqual(picture());
  });

  it('[GE28] anything at all is a picture or a VariegateError', () => {
    const part = fc.oneof(fc.record({ text: fc.string() }), fc.record({ inlineData: fc.record({ data: fc.base64String() }), thought: fc.boolean() }), fc.anything());
    const response = fc.oneof(fc.anything(), fc.record({ candidates: fc.array(fc.record({ content: fc.record({ parts: fc.array(part) }), finishReason: fc.string() })) }));
    fc.assert(fc.property(response, (value) => {
      try {
        return pictureType(readImageReply(value)) !== null;
      } catch (thrown) {
        return thrown instanceof VariegateError;
      }
    }), { numRuns: 500 });
  });
});

describe('real answers', () => {
  const flash = realReply('flash-image');
  it.runIf(flash)('[GE22] the flash model’s PNG is read whole', () => {
    const bytes = readImageReply(flash?.body);
    const sent = dig(flash?.body, 'candidates', 0, 'content', 'parts', 1, 'inlineData', 'data');
    expect([pictureType(bytes), data(bytes) === sent]).toEqual(['image/png', true]);
  });

  const pro = realReply('pro-jpeg-large-signature');
  it.runIf(pro)('[GE22] the pro model’s JPEG beside a signature of 2.9 MB is read', () => {
    expect(pictureType(readImageReply(pro?.body))).toBe('image/jpeg');
  });

  it.each([['text-only', 'NO_IMAGE'], ['blocked-prompt', 'PROMPT_BLOCKED'], ['finish-safety', 'IMAGE_BLOCKED']])('[GE24] %s is %s', (name, code) => {
    const real = realReply(name);
    if (real) expect(errorOf(() => readImageReply(real.body)).code).toBe(code);
  });
});
