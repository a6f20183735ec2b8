// The mark in the plugin data of a slot: whose it is and of which run, so that a killed run's slots can be told from everything else.
import * as z from '../core/z.ts';

export const SLOT_KEY = 'slot';

const schema = z.object({
  version: z.literal(1),
  runId: z.string(),
  /** This computer's plugin: other people's slots in the same file are theirs. */
  owner: z.string(),
  /** This start of the plugin. */
  session: z.string(),
  /** Milliseconds since 1970. */
  reservedAt: z.number(),
});

export type SlotMark = z.infer<typeof schema>;

/** Who reserves: the computer, and this start of the plugin on it. */
export interface Owner {
  readonly owner: string;
  readonly session: string;
}

/** Another computer's slots are left alone for a day; no run takes that long. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

export function writeMark(node: SceneNode, owner: Owner, runId: string): void {
  const mark: SlotMark = { version: 1, runId, reservedAt: Date.now(), ...owner };
  node.setPluginData(SLOT_KEY, JSON.stringify(mark));
}

export function clearMark(node: SceneNode): void {
  node.setPluginData(SLOT_KEY, '');
}

export function isMarked(node: BaseNode): boolean {
  return node.getPluginData(SLOT_KEY) !== '';
}

/** True for a slot that no running plugin waits for any more. A damaged mark is nobody's. */
export function isOrphan(node: BaseNode, { owner, session }: Owner, nowMs: number): boolean {
  const mark = parseMark(node.getPluginData(SLOT_KEY));
  if (!mark) return true;
  if (mark.owner === owner) return mark.session !== session;
  return nowMs - mark.reservedAt > ABANDONED_MS;
}

function parseMark(entry: string): SlotMark | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(entry));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
