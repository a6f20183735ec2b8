// The structured output of each studio task as JSON schema, in the keywords that Gemini knows and no others. Written by
// hand: z.toJSONSchema would add more to the bundle than all of the studio. Lengths are checked on arrival, not here.
import { RULE_ORDER } from '../style/card.ts';
import { RUBRIC_ORDER } from '../refine/rubric.ts';
import { askedFields, optionCount, requiredFields } from './asked.ts';
import type { DescribeTask, ExpandTask, StudioTask } from './tasks.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };

/** The schema to send. Its order is the order of the answer: titles first, so that they can be shown while it streams in. */
export function studioSchema(task: StudioTask): Record<string, unknown> {
  switch (task.is) {
    case 'expand': return object({ options: optionsSchema(task) });
    case 'describe': return describeSchema(task);
    case 'sketch':
      return object({
        reads: text('One sentence: what the drawing shows'),
        keeps: { ...list(text('One thing of the sketch that is kept')), minItems: 1, maxItems: 8 },
        fields: fieldsSchema(task),
      });
    case 'change': return changeSchema(task);
    case 'card': return object({ name: text('1 to 4 words in sentence case'), rules: object(Object.fromEntries(RULE_ORDER.map((id) => [id, TEXT])), ['medium', 'light']), colours: { ...list(COLOUR), minItems: 3, maxItems: 8 } });
    case 'critique': return critiqueSchema(task);
    case 'shots': return object({ sheet: text('People and props with looks that never change'), look: text('One sentence'), shots: { ...list(SHOT), minItems: task.count, maxItems: task.count } });
    case 'continuity': return object({ mismatches: { ...list(object({ what: text('At most 15 words'), shots: list(NUMBER), redo: NUMBER, fix: text('At most 15 words') })), maxItems: 12 } });
    case 'represent': return object({ sees: { ...list(text('One sentence')), minItems: 1, maxItems: 4 }, questions: { ...list(text('One open question')), maxItems: 3 } });
    case 'judge': return object({ criteria: { ...list(object({ criterion: { type: 'string', enum: [...task.criteria] }, score: SCORE, reason: text('At most 15 words') })), minItems: task.criteria.length, maxItems: task.criteria.length } });
  }
}

function optionsSchema(task: ExpandTask): Schema {
  const count = optionCount(task);
  const title = text('2 to 5 words in sentence case');
  const hasFields = askedFields(task).length > 0;
  return { ...list(object({ title, ...(hasFields ? { fields: fieldsSchema(task) } : {}) })), minItems: count, maxItems: count };
}

function describeSchema(task: DescribeTask): Record<string, unknown> {
  const altText = text('One sentence of at most 125 characters');
  const fields = fieldsSchema(task);
  if (task.reading !== 'objects') return object({ altText, fields });
  return object({ altText, objects: OBJECTS, relations: RELATIONS, fields });
}

// Without an open field there is nothing to change, and Gemini takes neither an empty object nor an empty enum.
function changeSchema(task: StudioTask): Record<string, unknown> {
  const asked = askedFields(task);
  const summary = text('2 to 8 words: what changed');
  if (asked.length === 0) return object({ summary });
  return object({ summary, fields: fieldsSchema(task), removes: list({ type: 'string', enum: [...asked] }) }, ['summary', 'fields']);
}

function critiqueSchema(task: StudioTask): Record<string, unknown> {
  const criteria = { ...list(object({ criterion: { type: 'string', enum: [...RUBRIC_ORDER] }, score: SCORE, reason: text('At most 15 words') })), minItems: 1, maxItems: RUBRIC_ORDER.length };
  const answer = { sees: text('One sentence: what the picture shows'), criteria, improve: { ...list(text('At most 12 words')), maxItems: 3 } };
  if (askedFields(task).length === 0) return object(answer);
  return object({ ...answer, fields: fieldsSchema(task), summary: text('2 to 8 words: what changed') });
}

function fieldsSchema(task: StudioTask): Schema {
  return object(Object.fromEntries(askedFields(task).map((id) => [id, TEXT])), requiredFields(task));
}

const SHOT: Schema = object({ shows: text('One or two sentences for an image model'), caption: text('At most 15 words'), says: text('At most 12 words, or empty'), who: text('Who says it, or empty') });
const NUMBER: Schema = { type: 'integer', minimum: 1 };
const COLOUR: Schema = object({ hex: text('#rrggbb'), name: text('1 to 3 words') });
const SCORE: Schema = { type: 'integer', minimum: 0, maximum: 10 };
const EDGE: Schema = { type: 'integer', minimum: 0, maximum: 1000 };
const PLACE: Schema = { type: 'integer', minimum: 0 };

const OBJECTS: Schema = {
  ...list(object({ name: text('1 to 4 words'), box: { ...list(EDGE), minItems: 4, maxItems: 4, description: 'top, left, bottom, right' } })),
  maxItems: 20,
};

const RELATIONS: Schema = { ...list(object({ from: PLACE, relation: text('Reads between the two names'), to: PLACE })), maxItems: 30 };

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[] = Object.keys(properties)): Record<string, unknown> {
  return { type: 'object', properties, required: [...required], propertyOrdering: Object.keys(properties) };
}

function list(items: Schema): Record<string, unknown> {
  return { type: 'array', items };
}

function text(description: string): Schema {
  return { type: 'string', description };
}
