// Reads what a run starts from: exports the frozen layers and makes every input ready to be sent, source first.
import { digestBytes } from '../../core/digest.ts';
import { VariegateError } from '../../core/errors.ts';
import { fitWithin, longEdge, union } from '../../core/geometry.ts';
import type { ImageBox, ImageSize } from '../../core/geometry.ts';
import { LIMITS } from '../../core/limits.ts';
import type { InputRole } from '../../core/prompt.ts';
import type { RequestInput, SourceView } from '../../core/request.ts';
import type { InputImage } from '../providers/provider.ts';
import { readBlob } from './blobs.ts';
import { throwIfCancelled } from './cancel.ts';
import { providerOf } from './effects.ts';
import type { Effects } from './effects.ts';
import type { Piece } from '../images/tasks.ts';
import type { FrozenLayer, FrozenPiece, FrozenRun } from './freeze.ts';

/** Input pictures as they are sent, and what the requests say of them; both in the same order. */
export interface Inputs {
  readonly images: readonly InputImage[];
  readonly facts: readonly RequestInput[];
  /** Where the source lies in the first picture; null when no source is sent. */
  readonly content: ImageBox | null;
}

export async function readInputs(effects: Effects, run: FrozenRun, signal: AbortSignal): Promise<Inputs> {
  const source = await readSource(effects, run, signal);
  const references = [];
  for (const [index, reference] of run.references.entries()) {
    const role = run.draft.references[index]?.role ?? 'subject';
    references.push(await readReference(effects, reference, role, signal));
  }
  const all = source ? [source, ...references] : references;
  checkWeight(all.map((each) => each.image), providerOf(effects, run.provider).inlineBytes);
  return { images: all.map((each) => each.image), facts: all.map((each) => each.fact), content: source?.content ?? null };
}

// Base64 writes three bytes as four characters. Refused here, before a slot is reserved or a plan is paid.
function checkWeight(images: readonly InputImage[], limit: number | null): void {
  const bytes = images.reduce((sum, image) => sum + Math.ceil(image.bytes.length / 3) * 4, 0);
  if (limit !== null && bytes > limit) throw new VariegateError('INPUTS_TOO_LARGE', { cause: `${bytes} of ${limit} bytes` });
}

/** Exports each layer on its own, all at one scale; no temporary nodes. Together they are at most `longEdge` px long. */
export async function exportPieces(
  effects: Effects,
  layers: readonly FrozenLayer[],
  view: SourceView,
  longEdgePx: number,
  signal: AbortSignal,
): Promise<Piece[]> {
  const whole = longEdge(union(layers.map((layer) => layer.box)));
  const pieces: Piece[] = [];
  for (const layer of layers) {
    throwIfCancelled(signal);
    const share = Math.max(1, Math.round((longEdgePx * longEdge(layer.box)) / whole));
    const edge = Math.min(share, longEdgePx);
    pieces.push(await effects.client.call('exportNode', { nodeId: layer.id, view, longEdge: edge }, { signal }));
  }
  return pieces;
}

async function readSource(effects: Effects, run: FrozenRun, signal: AbortSignal) {
  const role = run.recipe.sourceRole;
  if (!role) return null;
  const pieces = await sourcePieces(effects, { ...run, view: run.draft.view }, LIMITS.sentLongEdge.value, signal);
  const prepared = await effects.pixels.prepare(pieces, capped(run.shape.size), signal);
  const name = run.source?.name ?? 'Result';
  return {
    image: { role, bytes: prepared.bytes },
    fact: { role, name, digest: digestBytes(prepared.bytes), size: prepared.size },
    content: prepared.content,
  };
}

/** What a question or a run looks at: the layers on the canvas, or the result that stands in for them. */
export interface Looked {
  readonly layers: readonly FrozenLayer[];
  readonly sourcePiece: FrozenPiece | null;
  readonly view: SourceView;
}

export async function sourcePieces(effects: Effects, { layers, sourcePiece, view }: Looked, longEdgePx: number, signal: AbortSignal): Promise<readonly Piece[]> {
  if (sourcePiece) return [{ bytes: await readBlob(sourcePiece.file), box: sourcePiece.box }];
  return exportPieces(effects, layers, view, longEdgePx, signal);
}

async function readReference(
  effects: Effects,
  reference: { readonly name: string; readonly bytes: Uint8Array },
  role: InputRole,
  signal: AbortSignal,
) {
  const own: ImageSize = (await effects.pixels.sizeOf(reference.bytes, signal)) ?? { width: 1024, height: 1024 };
  const piece: Piece = { bytes: reference.bytes, box: { x: 0, y: 0, width: own.width, height: own.height } };
  const prepared = await effects.pixels.prepare([piece], capped(own), signal);
  return {
    image: { role, bytes: prepared.bytes },
    fact: { role, name: reference.name, digest: digestBytes(prepared.bytes), size: prepared.size },
  };
}

function capped(size: ImageSize): ImageSize {
  return fitWithin(size, LIMITS.sentLongEdge.value);
}
