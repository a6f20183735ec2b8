// A batch as it is kept after every row, so that closing the window at any moment loses no row and pays for none twice.
import * as z from '../z.ts';

export const unitSchema = z.lazy(() =>
  z.object({
    text: z.string(),
    rows: z.array(z.int()),
    /** Cells of its first row, by column: for text layers of copies. */
    cells: z.array(z.string()),
    /** The layer that its row came from; null for pasted rows. */
    nodeId: z.nullable(z.string()),
    /** 'sent' is on its way; found so after a restart it is 'unsure': it may have been charged, and only a person sends it again. */
    state: z.enum(['waiting', 'sent', 'done', 'failed', 'unsure']),
    /** Code of what went wrong. */
    error: z.nullable(z.string()),
    /** What the service or a name adds to that; as in an error's details. */
    errorName: z.optional(z.string()),
    /** Where its picture lies. */
    placedId: z.nullable(z.string()),
    usd: z.nullable(z.number()),
  }),
);
export type BatchUnit = z.infer<typeof unitSchema>;

export const headSchema = z.lazy(() => {
  const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
  return z.object({
    version: z.literal(1),
    id: z.string(),
    names: z.array(z.string()),
    template: z.string(),
    /** A grid of pictures, copies of a frame, or a layer within each row's own layer. */
    into: z.enum(['grid', 'copies', 'layers']),
    /** Name of the layer that takes the picture, for copies and layers. */
    layer: z.string(),
    source: z.nullable(z.object({ pageId: z.string(), nodeIds: z.array(z.string()), name: z.string(), box })),
    model: z.string(),
    provider: z.string(),
    sizeClass: z.enum(['1K', '2K', '4K']),
    /** Of what takes a picture, which decides its shape. */
    picture: z.object({ width: z.number(), height: z.number() }),
    /** Of one cell of the grid, or one copy, on the canvas. */
    size: z.object({ width: z.number(), height: z.number() }),
    /** Where the first cell of the grid lies, and how many stand in a line. */
    grid: z.nullable(z.object({ pageId: z.string(), x: z.number(), y: z.number(), columns: z.int(), gap: z.number() })),
    count: z.int(),
  });
});
export type BatchHead = z.infer<typeof headSchema>;

/** Units that are written together: a row's change writes its chunk alone. */
export const CHUNK = 100;
/** Bytes that a batch may take of the storage. */
export const BATCH_BUDGET = 1_500_000;

/** Null where nothing is stored, or it is damaged: then there is no batch. Units that were out are unsure now. */
export function readBatch(stored: { readonly head: unknown; readonly chunks: readonly unknown[] }): { readonly head: BatchHead; readonly units: readonly BatchUnit[] } | null {
  const head = z.safeParse(headSchema, stored.head);
  const units = z.safeParse(z.array(unitSchema), stored.chunks.flat());
  if (!head.success || !units.success || units.data.length !== head.data.count) return null;
  return { head: head.data, units: units.data.map((unit) => (unit.state === 'sent' ? { ...unit, state: 'unsure' as const } : unit)) };
}

export interface BatchCounts {
  readonly done: number;
  readonly failed: number;
  readonly unsure: number;
  readonly waiting: number;
  readonly sent: number;
}

export function countUnits(units: readonly Pick<BatchUnit, 'state'>[]): BatchCounts {
  const counts = { done: 0, failed: 0, unsure: 0, waiting: 0, sent: 0 };
  for (const { state } of units) counts[state] += 1;
  return counts;
}
