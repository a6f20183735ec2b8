// What we did to a clone, in its own plugin data: which picture took the place of which, and which layer lies over which drawing, so that
// each part can be given back its look, also after a restart.
import * as z from '../../core/z.ts';
import { VariegateError } from '../../core/errors.ts';
import { fitsEntry } from '../../core/dataEntry.ts';
import { findLayer } from '../nodes.ts';

const RESTYLE_KEY = 'restyle';

const schema = z.object({
  version: z.literal(1),
  /** The frame it was cloned from. */
  sourceId: z.string(),
  /** Of the style card. */
  code: z.string(),
  pictures: z.array(z.object({ from: z.string(), to: z.string() })),
});

export type RestyleRecord = z.infer<typeof schema>;

/** The clone and what was done to it. Fails with NODE_GONE for what is gone or no clone of ours. */
export async function findClone(cloneId: string): Promise<{ readonly clone: SceneNode; readonly record: RestyleRecord }> {
  const clone = await findLayer(cloneId);
  const record = clone && readRecord(clone);
  if (!clone || !record) throw new VariegateError('NODE_GONE');
  return { clone, record };
}

export function writeRecord(clone: SceneNode, record: RestyleRecord): void {
  const entry = JSON.stringify(record);
  if (!fitsEntry(entry)) throw new VariegateError('PLACE_FAILED', { cause: 'The record of what was restyled is too long.' });
  clone.setPluginData(RESTYLE_KEY, entry);
}

function readRecord(node: SceneNode): RestyleRecord | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(node.getPluginData(RESTYLE_KEY)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
