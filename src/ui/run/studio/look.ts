// What Prompts looks at on the canvas: frozen when a button is pressed, exported like the source of a run, with its text layers.
import { VariegateError } from '../../../core/errors.ts';
import { fitWithin, union } from '../../../core/geometry.ts';
import type { LayerText } from '../../../core/studio/tasks.ts';
import type { InputRole } from '../../../core/prompt.ts';
import type { InputImage } from '../../providers/provider.ts';
import { draft, sourceResult } from '../../store/draft.ts';
import { selection } from '../../store/selection.ts';
import type { Effects } from '../effects.ts';
import { frozenPiece } from '../freeze.ts';
import { sourcePieces } from '../readSource.ts';
import type { Looked } from '../readSource.ts';

export interface Look extends Looked {
  readonly name: string;
  /** The one layer that is looked at; null for several and for a result. */
  readonly nodeId: string | null;
}

export interface LookedAt {
  readonly image: InputImage;
  readonly layers: readonly LayerText[];
  /** URL of a small copy; null where none could be drawn. */
  readonly thumbnailUrl: string | null;
}

// Enough to read small lettering; a text model counts the same tokens whatever the size.
const SENT_EDGE = 1536;
const THUMBNAIL_EDGE = 640;

/** Throws what stands in the way of looking: nothing selected, or nothing to see. */
export function freezeLook(): Look {
  const result = sourceResult.value;
  const { layers, refusal } = selection.value;
  const sourcePiece = frozenPiece();
  if (!sourcePiece && refusal) throw new VariegateError(refusal.code, { name: refusal.name });
  const first = layers[0];
  const name = layers.length > 1 ? `${first?.name ?? ''} and ${layers.length - 1} more` : (first?.name ?? '');
  return {
    name: result && sourcePiece ? result.caption : name,
    nodeId: !sourcePiece && layers.length === 1 && first ? first.id : null,
    layers: layers.map(({ id, box }) => ({ id, box })),
    sourcePiece,
    view: draft.value.view,
  };
}

export async function lookAt(effects: Effects, look: Look, role: InputRole, signal: AbortSignal): Promise<LookedAt> {
  const pieces = await sourcePieces(effects, look, SENT_EDGE, signal);
  const whole = union(pieces.map((piece) => piece.box));
  // Twice the size on the canvas, so that a small layer keeps its detail and a large one is not sent larger than it is.
  const size = fitWithin({ width: Math.max(1, Math.round(whole.width * 2)), height: Math.max(1, Math.round(whole.height * 2)) }, SENT_EDGE);
  const { bytes } = await effects.pixels.prepare(pieces, size, signal);
  return {
    image: { role, bytes },
    layers: await textLayers(effects, look, signal),
    thumbnailUrl: await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, signal).catch(() => null),
  };
}

// Words that cannot be read are words that the model reads off the picture: no reason to stop.
async function textLayers(effects: Effects, look: Look, signal: AbortSignal): Promise<readonly LayerText[]> {
  if (look.sourcePiece || look.layers.length === 0) return [];
  const read = await effects.client.call('readTextLayers', { nodeIds: look.layers.map(({ id }) => id) }, { signal }).catch(() => null);
  return read?.layers ?? [];
}
