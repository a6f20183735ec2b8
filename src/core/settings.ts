// What the designer chose and the plugin remembers on this computer. Stored data is always parsed, never trusted.
import * as z from './z.ts';

// Made when it is first needed: schemas take time, and a window that starts reads no settings.
const makeSchema = () => {
  const usd = z.number().check(z.minimum(0), z.maximum(10_000));
  return z.object({
    version: z.literal(1),
    engine: z.string(),
    /** An OpenAI-compatible gateway, and what its test found: see core/gateways. Its key is kept apart, like Gemini's. */
    gateway: z.object({
      url: z.string().check(z.maxLength(300)), model: z.string().check(z.maxLength(200)),
      found: z.nullable(z.object({ url: z.string(), model: z.string(), answers: z.boolean(), sees: z.boolean(), makes: z.boolean(), keepsInputs: z.boolean(), why: z.string() })),
    }),
    imageModel: z.string(),
    textModel: z.string(),
    sizeClass: z.enum(['1K', '2K', '4K']),
    place: z.enum(['beside', 'replace', 'keep']),
    count: z.int().check(z.minimum(1), z.maximum(8)),
    closeness: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    axes: z.array(z.enum(['style', 'colour', 'lighting', 'composition', 'mood'])),
    /** 0 means no limit. */
    limitPerRunUsd: usd,
    limitPerDayUsd: usd,
    /** Size of the plugin window (screen px). */
    windowSize: z.object({
      width: z.number().check(z.minimum(320), z.maximum(2000)),
      height: z.number().check(z.minimum(400), z.maximum(2000)),
    }),
    /** Requests to one model that may be out at the same time to begin with. */
    requestsAtOnce: z.int().check(z.minimum(1), z.maximum(8)),
    /** How many each model was found to bear since, by "provider/model". */
    paces: z.record(z.string(), z.int().check(z.minimum(1), z.maximum(8))),
    hasSeenIntro: z.boolean(),
    /** Good and bad ratings by kind of task and tier, and rules that comparisons wrote: see core/imageTier. */
    tierRatings: z.record(z.string(), z.object({ good: z.int(), bad: z.int() })),
    /** What pictures that an AI made bear on the canvas. */
    marks: z.object({ name: z.boolean(), annotation: z.boolean() }),
    /** At most 120 words, see core/taste; what a file has of its own goes before. */
    taste: z.object({ text: z.string().check(z.maxLength(2000)), isOn: z.boolean() }),
    modelRules: z.array(z.object({ task: z.enum(['lettering', 'manyPictures', 'plain', 'other']), model: z.string(), why: z.string(), date: z.string() })),
  });
};

export const settingsSchema = z.lazy(makeSchema);

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  engine: 'gemini',
  gateway: { url: 'https://openrouter.ai/api/v1', model: '', found: null },
  imageModel: 'gemini-nano-banana-2.1',
  textModel: 'gemini-3.8-flash',
  sizeClass: '1K',
  place: 'beside',
  count: 4,
  closeness: 3,
  axes: ['colour', 'lighting', 'mood'],
  limitPerRunUsd: 2,
  limitPerDayUsd: 10,
  windowSize: { width: 360, height: 680 },
  requestsAtOnce: 2,
  paces: {},
  hasSeenIntro: false,
  tierRatings: {},
  taste: { text: '', isOn: true },
  marks: { name: false, annotation: false },
  modelRules: [],
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * One step for each version that settings had: the step at index n makes version n + 1 of version n. A new version adds its step at
 * the end and changes none before it. Version 0 is what carries no version: the first builds wrote the fields as they are now.
 */
const STEPS: readonly ((old: Fields) => Fields)[] = [(old) => old];

/**
 * Stored settings of any age made whole: brought up step by step, then every field that holds stays and every other gets its
 * default. Of a newer version the fields that still mean the same are kept. Never throws; anything that is not an object gives the
 * defaults. `steps` is for tests.
 */
export function readSettings(stored: unknown, steps: typeof STEPS = STEPS): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const current = broughtUp({ ...stored }, steps);
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const whole = makeSchema();
  for (const [key, schema] of Object.entries(whole.shape)) {
    const parsed = z.safeParse(schema, current[key]);
    if (parsed.success) merged[key] = parsed.data;
  }
  return whole.parse(merged);
}

function broughtUp(stored: Fields, steps: typeof STEPS): Fields {
  const { version } = stored;
  const from = typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : 0;
  return steps.slice(from).reduce((old, step) => step(old), stored);
}
