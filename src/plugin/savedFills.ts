// The fills of before a Replace, kept in the layer's own plugin data so that Restore works after a restart too.
import * as z from '../core/z.ts';
import { VariegateError } from '../core/errors.ts';
import { RECIPE_KEY } from '../core/provenance.ts';
import { fitsEntry } from '../core/dataEntry.ts';
import { fillsOf, pictureHash } from './paints.ts';
import type { Fillable } from './paints.ts';

const RESTORE_KEY = 'restore';

const schema = z.object({
  version: z.literal(1),
  // Paints that Figma gave us and we only wrote down; it checks them again when they are assigned.
  fills: z.custom<readonly Paint[]>((value) => Array.isArray(value) && value.every(hasType)),
  /** The linked fill style; '' without one. */
  styleId: z.string(),
  /** The recipe entry of before; '' without one. */
  recipe: z.string(),
  /** The picture that took their place: while it is there, a further Replace keeps what lay below the first. */
  placedHash: z.string(),
});

export interface SavedFills {
  readonly fills: readonly Paint[];
  readonly styleId: string;
  readonly recipe: string;
}

/** The entry to write when the picture `placedHash` takes the place of the fills. Fails with PLACE_FAILED when they are too long to be saved. */
export function entryToSave(node: Fillable, fills: readonly Paint[], placedHash: string): string {
  const earlier = parse(node);
  const isStillOurs = earlier !== null && earlier.placedHash === pictureHash(node);
  const before = isStillOurs ? earlier : { version: 1, fills, styleId: styleIdOf(node), recipe: node.getPluginData(RECIPE_KEY) };
  const entries = [before, { ...before, recipe: '' }].map((saved) => JSON.stringify({ ...saved, placedHash }));
  const entry = entries.find(fitsEntry);
  if (entry === undefined) throw new VariegateError('PLACE_FAILED', { cause: 'The fills of before are too long to be kept for Restore.' });
  return entry;
}

/** Null when there is nothing to restore. */
export function savedFills(node: Fillable): SavedFills | null {
  const saved = parse(node);
  return saved && { fills: saved.fills, styleId: saved.styleId, recipe: saved.recipe };
}

/** True while the picture of a Replace is still among the fills: what the designer put there since is not offered to be taken away. */
export function isReplaced(node: Fillable): boolean {
  const saved = parse(node);
  return saved !== null && fillsOf(node).some((paint) => paint.type === 'IMAGE' && paint.imageHash === saved.placedHash);
}

export function restoreEntry(node: Fillable): string {
  return node.getPluginData(RESTORE_KEY);
}

/** '' forgets them. */
export function writeRestoreEntry(node: Fillable, entry: string): void {
  node.setPluginData(RESTORE_KEY, entry);
}

/** '' for no style and for mixed ones. */
export function styleIdOf(node: Fillable): string {
  return typeof node.fillStyleId === 'string' ? node.fillStyleId : '';
}

function hasType(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function parse(node: Fillable): z.infer<typeof schema> | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(restoreEntry(node)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
