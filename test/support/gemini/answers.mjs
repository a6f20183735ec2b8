// The answers of the loopback Gemini in Google's shapes: pictures, plans, the list of models and failures.
import { IMAGE_MODELS, OTHER_MODELS, TEXT_MODELS, answerSize } from './models.mjs';
import { paintAnswer } from './paint.mjs';
import { planText } from './plan.mjs';
import { studioText } from './studio.mjs';
import { inlinePictures, wordsOf } from './strict.mjs';

const STATUS_NAMES = {
  400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 402: 'PAYMENT_REQUIRED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL', 503: 'UNAVAILABLE', 504: 'DEADLINE_EXCEEDED',
};
const TOKENS_PER_PICTURE = 1120;
/** A painter that always gives the same bytes is not to cost a measurement their encoding each time. */
const encoded = new WeakMap();
const TYPE = 'type.googleapis.com/google.rpc.';

/**
 * A failure as Google sends it. `reason` becomes an ErrorInfo, `retryDelay` ("34s") a RetryInfo, `violations` a QuotaFailure.
 */
export function googleError(code, { status = STATUS_NAMES[code] ?? 'UNKNOWN', message = `Loopback ${code}.`, reason, retryDelay, violations } = {}) {
  const details = [
    ...(reason ? [{ '@type': `${TYPE}ErrorInfo`, reason, domain: 'googleapis.com' }] : []),
    ...(violations ? [{ '@type': `${TYPE}QuotaFailure`, violations }] : []),
    ...(retryDelay ? [{ '@type': `${TYPE}RetryInfo`, retryDelay }] : []),
  ];
  return { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } };
}

/** The answer of generateContent to a body that passed the strict check. */
export function generateAnswer(model, body, options) {
  return IMAGE_MODELS[model] ? imageAnswer(model, body, options) : textAnswer(model, body);
}

function base64Of(bytes) {
  if (!encoded.has(bytes)) encoded.set(bytes, Buffer.from(bytes).toString('base64'));
  return encoded.get(bytes);
}

/** A page of the list of models. */
export function listAnswer(query, { hidden, pageLimit }) {
  const ids = [...OTHER_MODELS, ...Object.keys(IMAGE_MODELS), ...TEXT_MODELS].filter((id) => !hidden.includes(id));
  const start = Number(query.get('pageToken') ?? 0);
  const end = start + Math.min(Number(query.get('pageSize') ?? 50), pageLimit);
  const models = ids.slice(start, end).map((id) => ({
    name: `models/${id}`, version: '1', displayName: id, supportedGenerationMethods: ['generateContent', 'countTokens'],
  }));
  return { models, ...(end < ids.length ? { nextPageToken: String(end) } : {}) };
}

function imageAnswer(model, body, { paint = paintAnswer }) {
  const { aspectRatio, imageSize = '1K' } = body.generationConfig.imageConfig;
  const [input = null] = inlinePictures(body);
  const bytes = paint({ words: wordsOf(body), input, size: answerSize(aspectRatio, imageSize) });
  const picture = { inlineData: { mimeType: 'image/png', data: base64Of(bytes) }, thoughtSignature: 'bG9vcGJhY2s=' };
  return answer(model, body, [picture], { modality: 'IMAGE', tokenCount: IMAGE_MODELS[model].tokens[imageSize] });
}

function textAnswer(model, body) {
  const text = studioText(body.generationConfig, wordsOf(body), inlinePictures(body)) ?? planText(body.generationConfig, wordsOf(body));
  return answer(model, body, [{ text }], { modality: 'TEXT', tokenCount: Math.ceil(text.length / 4) });
}

function answer(model, body, parts, made) {
  const text = Math.ceil(wordsOf(body).length / 4);
  const pictures = inlinePictures(body).length * TOKENS_PER_PICTURE;
  const thoughts = 60;
  return {
    candidates: [{ content: { parts, role: 'model' }, finishReason: 'STOP', index: 0 }],
    usageMetadata: {
      promptTokenCount: text + pictures,
      candidatesTokenCount: made.tokenCount,
      totalTokenCount: text + pictures + made.tokenCount + thoughts,
      thoughtsTokenCount: thoughts,
      promptTokensDetails: [{ modality: 'TEXT', tokenCount: text }, ...(pictures > 0 ? [{ modality: 'IMAGE', tokenCount: pictures }] : [])],
      candidatesTokensDetails: [made],
    },
    modelVersion: model,
    responseId: 'loopback',
  };
}
