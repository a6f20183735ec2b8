// One result as the history keeps it: its whole recipe, where it lies, what it came from, and what the designer thought of it.
import { recipeRecordSchema } from '../provenance.ts';
import type { RecipeRecord } from '../provenance.ts';
import * as z from '../z.ts';

export type Rating = -1 | 0 | 1;

export interface HistoryEntry {
  readonly version: 1;
  /** Unique on this computer: the job's own id. */
  readonly id: string;
  readonly record: RecipeRecord;
  /** What varies in it, and what it was made from: "Warm dusk", "Hero / Desktop". */
  readonly caption: string;
  readonly source: string;
  /** Of the picture in the file it went to; null where it went nowhere. */
  readonly imageHash: string | null;
  readonly nodeId: string | null;
  readonly width: number;
  readonly height: number;
  /** Its few main colours, `#rrggbb`, the largest first. */
  readonly colours: readonly string[];
  readonly rating: Rating;
  /** What of it was meant; absent in entries of before. */
  readonly reasons?: readonly ReasonId[] | undefined;
  /** The entry whose picture it was made from; null for one made from layers or words. */
  readonly parentId: string | null;
}

/** What a rating can be about; the order on screen. */
export const REASONS = { subject: 'Subject', composition: 'Composition', style: 'Style', colour: 'Colour', light: 'Light', text: 'Text', flaws: 'Flaws' } as const;
export type ReasonId = keyof typeof REASONS;

const entrySchema = z.lazy(() =>
  z.object({
    version: z.literal(1),
    id: z.string(),
    record: recipeRecordSchema,
    caption: z.string(),
    source: z.string(),
    imageHash: z.nullable(z.string()),
    nodeId: z.nullable(z.string()),
    width: z.number(),
    height: z.number(),
    colours: z.array(z.string()),
    rating: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    reasons: z.optional(z.array(z.enum(['subject', 'composition', 'style', 'colour', 'light', 'text', 'flaws']))),
    parentId: z.nullable(z.string()),
  }),
);

/** Null for what is damaged, or of a newer version. */
export function readEntry(stored: unknown): HistoryEntry | null {
  const parsed = z.safeParse(entrySchema, stored);
  return parsed.success ? parsed.data : null;
}
