// The recipe of a placed picture: everything that made it, kept in the plugin data of its layer.
import { isAi } from './engines.ts';
import * as z from './z.ts';
import type { Usage } from './cost.ts';
import { shorten } from './errors.ts';
import { FIELD_ORDER, mapFields } from './fields.ts';
import type { PromptFields } from './fields.ts';
import type { GenerationRequest } from './request.ts';

// Made when it is first needed: see core/settings.
export const recipeRecordSchema = z.lazy(() => {
  const size = z.object({ width: z.number(), height: z.number() });
  const field = z.object({ text: z.string(), isLocked: z.boolean(), emphasis: z.union([z.literal(0), z.literal(1), z.literal(2)]) });
  const promptFields = z.object(mapFields(() => field));
  const axis = z.enum(['style', 'colour', 'lighting', 'composition', 'mood']);
  return z.object({
    version: z.literal(1),
    recipe: z.object({ id: z.string(), version: z.int() }),
    provider: z.string(),
    model: z.string(),
    /** The model that was chosen, where another one had to answer. */
    askedModel: z.optional(z.string()),
    /** True for pictures that no AI made. */
    isOfflinePreview: z.boolean(),
    brief: z.string(),
    /** Exactly what was sent. */
    prompt: z.string(),
    /** The prompt before its direction was put in; null in records of runs without directions. */
    template: z.nullable(z.string()),
    direction: z.nullable(z.object({ id: z.string(), caption: z.string(), text: z.string(), axes: z.array(axis) })),
    /** The structured prompt, where the words were made of one: changed and loosened by "Make more like this". */
    fields: z.optional(promptFields),
    /** The style card whose look it wears: "SC-7F2A@3". */
    style: z.optional(z.object({ code: z.string(), look: z.number() })),
    closeness: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    axes: z.array(axis),
    ratio: z.nullable(z.string()),
    sizeClass: z.enum(['1K', '2K', '4K']),
    /** Size of the picture as the service sent it, and as it lies in the file (image px). */
    answeredSize: size,
    placedSize: size,
    inputs: z.array(z.object({ role: z.string(), name: z.string(), digest: z.string(), size })),
    sourceIds: z.array(z.string()),
    usage: z.nullable(
      z.object({ model: z.string(), inputTokens: z.number(), outputTokens: z.number(), imageTokens: z.number() }),
    ),
    /** What it cost by the usage; null when no price is known. */
    costUsd: z.nullable(z.number()),
    /** The same request was made before, and its picture was taken from the file: nothing was sent. */
    isReused: z.optional(z.boolean()),
    /** When the request was sent, ISO 8601 in UTC. */
    date: z.string(),
    /** How its edges match those of its source, where that was asked: warped back, still in place, or too different to tell. */
    alignment: z.optional(z.enum(['aligned', 'still', 'poor'])),
    /** Its layer is annotated as AI-generated. */
    isMarked: z.optional(z.boolean()),
    /** Content Credentials in the placed bytes. */
    hasC2pa: z.boolean(),
    /** What was done to the bytes between the service and the file. */
    changes: z.array(z.enum(['cropped', 'converted', 'scaledDown', 'c2paLost', 'aligned', 'blended', 'protected'])),
    runId: z.string(),
    requestKey: z.string(),
  });
});

export type RecipeRecord = z.infer<typeof recipeRecordSchema>;
export type ByteChange = RecipeRecord['changes'][number];

/** Key of the record in a layer's plugin data. */
export const RECIPE_KEY = 'recipe';

// Figma allows 100 kB an entry with its key; we stay under 90 kB. Characters can take 3 bytes of UTF-8.
const TEXT_BUDGET = 24_000;
/** Longer fields are not kept beside the prompt, which holds their words. */
const FIELDS_BUDGET = 2400;

export interface MadeFacts {
  readonly template: string | null;
  readonly axes: Readonly<RecipeRecord['axes']>;
  readonly sourceIds: readonly string[];
  readonly model: string;
  readonly answeredSize: RecipeRecord['answeredSize'];
  readonly placedSize: RecipeRecord['placedSize'];
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly date: string;
  readonly hasC2pa: boolean;
  readonly changes: readonly ByteChange[];
  readonly alignment?: NonNullable<RecipeRecord['alignment']>;
  readonly requestKey: string;
  readonly isReused?: boolean;
  readonly isMarked?: boolean;
}

/** The record of one made picture; long texts are cut so that it always fits plugin data (under 90 kB). */
export function recipeRecord(request: GenerationRequest, made: MadeFacts): RecipeRecord {
  return {
    version: 1,
    recipe: { ...request.recipe },
    provider: request.provider,
    model: made.model,
    ...(made.model === request.model ? {} : { askedModel: request.model }),
    isOfflinePreview: !isAi(request.provider),
    brief: shorten(request.brief, TEXT_BUDGET / 6),
    prompt: shorten(request.prompt, TEXT_BUDGET / 2),
    template: made.template === null ? null : shorten(made.template, TEXT_BUDGET / 4),
    direction: request.direction && directionOf(request.direction),
    ...keptFields(request.fields),
    ...(request.style ? { style: { ...request.style } } : {}),
    closeness: request.closeness,
    axes: [...made.axes],
    ratio: request.ratio,
    sizeClass: request.sizeClass,
    answeredSize: { ...made.answeredSize },
    placedSize: { ...made.placedSize },
    inputs: request.inputs.map((input) => ({ ...input, name: shorten(input.name, 200), size: { ...input.size } })),
    sourceIds: made.sourceIds.slice(0, 100),
    usage: made.usage && { ...made.usage },
    costUsd: made.costUsd,
    date: made.date,
    ...(made.alignment ? { alignment: made.alignment } : {}),
    hasC2pa: made.hasC2pa,
    changes: [...made.changes],
    runId: request.runId,
    requestKey: made.requestKey,
    ...(made.isReused ? { isReused: true } : {}),
    ...(made.isMarked ? { isMarked: true } : {}),
  };
}

/** The record in a plugin data entry; null when there is none, when it is damaged or from a newer version. */
export function parseRecipeRecord(entry: string): RecipeRecord | null {
  if (entry === '') return null;
  try {
    const parsed = z.safeParse(recipeRecordSchema, JSON.parse(entry));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function keptFields(fields: PromptFields | undefined): { fields?: NonNullable<RecipeRecord['fields']> } {
  if (!fields || FIELD_ORDER.reduce((sum, id) => sum + fields[id].text.length, 0) > FIELDS_BUDGET) return {};
  return { fields: mapFields((id) => ({ ...fields[id] })) };
}

function directionOf(direction: NonNullable<GenerationRequest['direction']>): RecipeRecord['direction'] {
  return {
    id: shorten(direction.id, 100),
    caption: shorten(direction.caption, 200),
    text: shorten(direction.text, 2000),
    axes: [...direction.axes],
  };
}
