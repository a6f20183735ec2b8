// The text of an answer: JSON that fits the schema that was sent, with directions a designer could have planned.
import { createHash } from 'node:crypto';

const DIRECTIONS = [
  ['Ink and wash', 'Redraw it in loose black ink with one wash of indigo on rough paper.', ['style', 'colour']],
  ['Low winter sun', 'Light it from the right with a low winter sun and long blue shadows.', ['lighting', 'mood']],
  ['Sun-bleached poster', 'Flatten it to a screen-printed poster in faded coral, sand and teal.', ['style', 'colour']],
  ['After the rain', 'Set it just after rain: wet reflections, cool greys and one warm lamp.', ['lighting', 'mood']],
  ['Close and quiet', 'Move closer, let the subject fill two thirds and leave the rest empty.', ['composition', 'mood']],
  ['Cut paper layers', 'Build it from layers of cut paper with soft shadows between them.', ['style', 'composition']],
  ['Night market', 'Move it to night with many small lamps in amber, red and green.', ['colour', 'lighting']],
  ['Morning fog', 'Wrap it in pale morning fog so that only the nearest shapes keep colour.', ['mood', 'lighting']],
];

/** Text for a generationConfig; plain words when no JSON was asked for. */
export function planText(config, words) {
  if (config?.responseMimeType !== 'application/json') return 'The loopback Gemini has read this.';
  const start = createHash('sha256').update(words).digest()[0];
  return JSON.stringify(sample(config.responseJsonSchema ?? {}, '', start));
}

function sample(schema, name, seed) {
  if (Array.isArray(schema.enum)) return schema.enum[seed % schema.enum.length];
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, seed);
    case 'array':
      return sampleArray(schema, name, seed);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return seed % 2 === 0;
    default:
      return `${name || 'text'} ${seed % 100}`;
  }
}

function sampleObject(schema, seed) {
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner], at) => [key, sample(inner, key, seed + at)]));
}

function sampleArray(schema, name, seed) {
  const count = schema.minItems ?? 2;
  return Array.from({ length: count }, (_, at) => (name === 'directions' ? direction(seed + at) : sample(schema.items ?? {}, name, seed + at)));
}

function direction(at) {
  const [caption, text, axes] = DIRECTIONS[at % DIRECTIONS.length];
  return { caption, text, axes };
}
