// Adds pictures beside the source: the current selection as it looks now, or files that were dropped, pasted or chosen.
import { VariegateError } from '../../core/errors.ts';
import { fitWithin } from '../../core/geometry.ts';
import { LIMITS } from '../../core/limits.ts';
import { cleanText } from '../../core/prompt.ts';
import { changeDraft, draft } from '../store/draft.ts';
import { referenceImages } from '../store/references.ts';
import { selection } from '../store/selection.ts';
import type { Effects } from './effects.ts';
import { exportPieces } from './readSource.ts';
import { say } from './say.ts';
import { revoke } from './thumbnail.ts';

export type ReferenceOrigin = { readonly from: 'selection' } | { readonly from: 'files'; readonly files: readonly File[] };

const THUMBNAIL_EDGE = 96;

/** Rejects with what made a picture unusable; pictures before it stay. Beyond the limit nothing is added, and it is said. */
export async function addReference(effects: Effects, origin: ReferenceOrigin): Promise<void> {
  if (origin.from === 'selection') {
    const { bytes, name } = await readSelection(effects);
    return keep(effects, bytes, name);
  }
  for (const file of origin.files) {
    await keep(effects, new Uint8Array(await file.arrayBuffer()), cleanText(file.name, 120));
  }
}

export function forgetReference(id: string): void {
  revoke(referenceImages.value.find((image) => image.id === id)?.thumbnailUrl ?? null);
  referenceImages.value = referenceImages.value.filter((image) => image.id !== id);
  changeDraft({ references: draft.value.references.filter((reference) => reference.id !== id) });
}

async function keep(effects: Effects, bytes: Uint8Array, name: string): Promise<void> {
  if (draft.value.references.length >= LIMITS.references.value) {
    return say(`At most ${LIMITS.references.value} references`);
  }
  const thumbnailUrl = await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, new AbortController().signal);
  const id = effects.nextId('reference');
  referenceImages.value = [...referenceImages.value, { id, name, bytes, thumbnailUrl }];
  changeDraft({ references: [...draft.value.references, { id, name, role: 'style' }] });
}

async function readSelection(effects: Effects): Promise<{ bytes: Uint8Array; name: string }> {
  const { refusal, layers, box } = selection.value;
  if (refusal !== null || !box) throw new VariegateError(refusal?.code ?? 'NOTHING_SELECTED', { name: refusal?.name ?? '' });
  const signal = new AbortController().signal;
  const edge = LIMITS.sentLongEdge.value;
  const pieces = await exportPieces(effects, layers, draft.value.view, edge, signal);
  const size = fitWithin({ width: Math.max(1, Math.round(box.width * 4)), height: Math.max(1, Math.round(box.height * 4)) }, edge);
  const { bytes } = await effects.pixels.prepare(pieces, size, signal);
  return { bytes, name: cleanText(layers[0]?.name ?? '', 120) };
}
