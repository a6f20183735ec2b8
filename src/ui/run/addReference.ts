// Adds pictures beside the source: the current selection as it looks now, or files that were dropped, pasted or chosen.
import { VariegateError, toVariegateError } from '../../core/errors.ts';
import { fitWithin, longEdge } from '../../core/geometry.ts';
import { LIMITS } from '../../core/limits.ts';
import { cleanName } from '../../core/prompt.ts';
import { changeDraft, draft } from '../store/draft.ts';
import { referenceImages } from '../store/references.ts';
import { selection } from '../store/selection.ts';
import type { Effects } from './effects.ts';
import { exportPieces } from './readSource.ts';
import { say } from './say.ts';
import { revoke } from './thumbnail.ts';

export type ReferenceOrigin = { readonly from: 'selection' } | { readonly from: 'files'; readonly files: readonly File[] };

const THUMBNAIL_EDGE = 96;
/** Files up to here (bytes) are kept as they are. */
const SMALL_FILE = 4_000_000;

/** Rejects with what made a picture unusable; pictures before it stay. Beyond the limit nothing is added, and it is said. */
export async function addReference(effects: Effects, origin: ReferenceOrigin): Promise<void> {
  if (origin.from === 'selection') {
    const { bytes, name } = await readSelection(effects);
    return keep(effects, bytes, name);
  }
  for (const file of origin.files) {
    if (isFull()) return sayFull();
    const name = cleanName(file.name);
    await keep(effects, await readFile(effects, file, name), name);
  }
}

export function forgetReference(id: string): void {
  revoke(referenceImages.value.find((image) => image.id === id)?.thumbnailUrl ?? null);
  referenceImages.value = referenceImages.value.filter((image) => image.id !== id);
  changeDraft({ references: draft.value.references.filter((reference) => reference.id !== id) });
}

const isFull = () => draft.value.references.length >= LIMITS.references.value;
const sayFull = () => say(`At most ${LIMITS.references.value} references`);

async function keep(effects: Effects, bytes: Uint8Array, name: string): Promise<void> {
  if (isFull()) return sayFull();
  const thumbnailUrl = await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, new AbortController().signal).catch(refusing(name));
  const id = effects.nextId('reference');
  referenceImages.value = [...referenceImages.value, { id, name, bytes, thumbnailUrl }];
  changeDraft({ references: [...draft.value.references, { id, name, role: 'style' }] });
}

/** The file's picture, made no larger than what is sent: its own bytes would lie in memory with the run's. */
async function readFile(effects: Effects, file: File, name: string): Promise<Uint8Array> {
  if (file.size > LIMITS.referenceFile.value) throw new VariegateError('REFERENCE_TOO_LARGE', { name });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const own = await effects.pixels.sizeOf(bytes, new AbortController().signal);
  if (!own) throw new VariegateError('REFERENCE_UNREADABLE', { name });
  if (longEdge(own) <= LIMITS.sentLongEdge.value && bytes.length <= SMALL_FILE) return bytes;
  const box = { x: 0, y: 0, width: own.width, height: own.height };
  const size = fitWithin(own, LIMITS.sentLongEdge.value);
  const prepared = await effects.pixels.prepare([{ bytes, box }], size, new AbortController().signal).catch(refusing(name));
  return prepared.bytes;
}

/** An error of the pixels in the words for a reference: it is not to be tried again, but to be left out. */
function refusing(name: string): (thrown: unknown) => never {
  return (thrown) => {
    const { code, details } = toVariegateError(thrown);
    const isTooLarge = code === 'IMAGE_TOO_HEAVY';
    const isUnreadable = code === 'IMAGE_UNREADABLE';
    throw isTooLarge || isUnreadable ? new VariegateError(isTooLarge ? 'REFERENCE_TOO_LARGE' : 'REFERENCE_UNREADABLE', { ...details, name }) : thrown;
  };
}

async function readSelection(effects: Effects): Promise<{ bytes: Uint8Array; name: string }> {
  const { refusal, layers, box } = selection.value;
  if (refusal !== null || !box) throw new VariegateError(refusal?.code ?? 'NOTHING_SELECTED', { name: refusal?.name ?? '' });
  const signal = new AbortController().signal;
  const edge = LIMITS.sentLongEdge.value;
  const pieces = await exportPieces(effects, layers, draft.value.view, edge, signal);
  const size = fitWithin({ width: Math.max(1, Math.round(box.width * 4)), height: Math.max(1, Math.round(box.height * 4)) }, edge);
  const { bytes } = await effects.pixels.prepare(pieces, size, signal);
  return { bytes, name: cleanName(layers[0]?.name ?? '') };
}
