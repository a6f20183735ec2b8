// What the designer chose and the plugin remembers on this computer. Stored data is always parsed, never trusted.
import * as z from 'zod/mini';

const usd = z.number().check(z.minimum(0), z.maximum(10_000));

export const settingsSchema = z.object({
  version: z.literal(1),
  engine: z.enum(['gemini', 'offline']),
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
  hasSeenIntro: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  engine: 'gemini',
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
  hasSeenIntro: false,
};

/**
 * Stored settings of any age made whole: every field that holds stays, every other gets its default.
 * Never throws; anything that is not an object gives the defaults.
 */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = z.safeParse(schema, Reflect.get(stored, key));
    if (parsed.success) merged[key] = parsed.data;
  }
  return settingsSchema.parse(merged);
}
