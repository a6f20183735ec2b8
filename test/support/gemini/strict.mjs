// Refuses every request that Google would refuse, and every field that the product has no reason to send.
import { IMAGE_MODELS } from './models.mjs';

const INLINE_LIMIT = 20e6;
const SCHEMA_WORDS = new Set([
  '$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'enum', 'items', 'prefixItems', 'minItems', 'maxItems',
  'minimum', 'maximum', 'anyOf', 'oneOf', 'properties', 'additionalProperties', 'required', 'propertyOrdering',
]);
const SCHEMA_TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'];
const MAGIC = {
  'image/png': /^\x89PNG\r\n\x1a\n/, 'image/jpeg': /^\xff\xd8\xff/, 'image/webp': /^RIFF[^]{4}WEBP/,
};

/** One sentence that names what is wrong with a generateContent body, or null. */
export function faultOf(model, body) {
  const image = IMAGE_MODELS[model];
  return (
    unknownField(body, ['contents', 'generationConfig', 'systemInstruction'], 'the request') ??
    contentsFault(body.contents) ??
    (image ? imageFault(image, body) : textFault(body)) ??
    sizeFault(body)
  );
}

/** The inline pictures of a body, as bytes, in order. */
export function inlinePictures(body) {
  return partsOf(body).flatMap((part) => (part.inlineData ? [Buffer.from(part.inlineData.data, 'base64')] : []));
}

/** All text of a body. */
export function wordsOf(body) {
  return partsOf(body).map((part) => part.text ?? '').join('\n');
}

function partsOf(body) {
  return body.contents.flatMap((content) => content.parts);
}

function contentsFault(contents) {
  if (!Array.isArray(contents) || contents.length === 0) return 'contents is not specified';
  if (contents.at(-1).role !== 'user') return 'Please ensure that the last turn is of role "user"';
  for (const [at, content] of contents.entries()) {
    const fault = unknownField(content, ['role', 'parts'], `contents[${at}]`) ?? partsFault(content.parts, at);
    if (fault) return fault;
  }
  return null;
}

function partsFault(parts, at) {
  if (!Array.isArray(parts) || parts.length === 0) return `contents[${at}].parts: must not be empty`;
  return parts.map((part, index) => partFault(part, `contents[${at}].parts[${index}]`)).find((fault) => fault !== null) ?? null;
}

function partFault(part, where) {
  const fault = unknownField(part, ['text', 'inlineData', 'thoughtSignature', 'thought'], where);
  if (fault) return fault;
  if (part.inlineData === undefined) return typeof part.text === 'string' && part.text !== '' ? null : `${where}: needs data`;
  const inline = unknownField(part.inlineData, ['mimeType', 'data'], `${where}.inline_data`);
  if (inline) return inline;
  return pictureFault(part.inlineData, where);
}

function pictureFault({ mimeType, data }, where) {
  if (!MAGIC[mimeType]) return `${where}: Unsupported MIME type: ${mimeType}`;
  if (typeof data !== 'string' || data.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return `${where}: Base64 decoding failed`;
  return MAGIC[mimeType].test(Buffer.from(data.slice(0, 24), 'base64').toString('latin1')) ? null : `${where}: the bytes are no ${mimeType}`;
}

function imageFault(card, body) {
  const config = body.generationConfig ?? {};
  const unknown =
    unknownField(config, ['responseModalities', 'imageConfig', 'thinkingConfig'], 'generation_config') ??
    unknownField(config.imageConfig ?? {}, ['aspectRatio', 'imageSize'], 'generation_config.image_config');
  if (unknown) return unknown;
  if (!['IMAGE', 'TEXT,IMAGE'].includes(String(config.responseModalities))) return 'response_modalities must hold IMAGE';
  return ratioFault(card, config.imageConfig ?? {}) ?? referencesFault(card, body);
}

function ratioFault(card, { aspectRatio, imageSize }) {
  if (!card.ratios.includes(aspectRatio)) return `aspect_ratio must be one of ${card.ratios.join(', ')}, not ${aspectRatio}`;
  if (imageSize === undefined) return null;
  if (card.sizes.length === 1) return 'image_size is not supported by this model';
  return card.sizes.includes(imageSize) ? null : `image_size must be one of ${card.sizes.join(', ')}, not ${imageSize}`;
}

function referencesFault(card, body) {
  const count = inlinePictures(body).length;
  return count > card.references ? `The model takes ${card.references} pictures at most, not ${count}` : null;
}

function textFault(body) {
  const config = body.generationConfig ?? {};
  const unknown = unknownField(config, ['responseMimeType', 'responseJsonSchema', 'thinkingConfig', 'responseModalities'], 'generation_config');
  if (unknown) return unknown;
  if (config.responseJsonSchema && config.responseMimeType !== 'application/json') return 'response_json_schema needs application/json';
  return schemaFault(config.responseJsonSchema, 'response_json_schema');
}

function schemaFault(schema, where) {
  if (typeof schema !== 'object' || schema === null) return null;
  const fault = unknownField(schema, [...SCHEMA_WORDS], where) ?? typeFault(schema, where);
  if (fault) return fault;
  const inner = [
    ...Object.entries(schema.properties ?? {}), ...(schema.items ? [['items', schema.items]] : []),
    ...(schema.anyOf ?? schema.oneOf ?? []).map((value, at) => [`any_of[${at}]`, value]),
  ];
  return inner.map(([name, value]) => schemaFault(value, `${where}.${name}`)).find((found) => found !== null) ?? null;
}

function typeFault({ type, properties, items, required = [], propertyOrdering = [], enum: values }, where) {
  if (type !== undefined && !SCHEMA_TYPES.includes(type)) return `${where}.type: ${type} is no type`;
  if (type === 'object' && Object.keys(properties ?? {}).length === 0) return `${where}.properties: should be non-empty for OBJECT type`;
  if (type === 'array' && !items) return `${where}.items: missing field`;
  if (values !== undefined && !(Array.isArray(values) && values.length > 0)) return `${where}.enum: must not be empty`;
  const unknown = [...required, ...propertyOrdering].find((name) => !(name in (properties ?? {})));
  return unknown === undefined ? null : `${where}: property "${unknown}" is not defined`;
}

function sizeFault(body) {
  const bytes = partsOf(body).reduce((sum, part) => sum + (part.inlineData?.data.length ?? 0), 0);
  return bytes > INLINE_LIMIT ? `Request payload size exceeds the limit: ${INLINE_LIMIT} bytes.` : null;
}

function unknownField(value, known, where) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${where}: expected an object`;
  const name = Object.keys(value).find((key) => !known.includes(key));
  return name === undefined ? null : `Invalid JSON payload received. Unknown name "${name}" at '${where}': Cannot find field.`;
}
