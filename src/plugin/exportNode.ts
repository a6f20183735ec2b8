// Hands out one layer or page as bytes: its look, or the picture in its fill as it was put in. It changes nothing.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError, toVariegateError } from '../core/errors.ts';
import { longEdge } from '../core/geometry.ts';
import type { CanvasBox, ImagePx } from '../core/geometry.ts';
import { cleanName } from '../core/prompt.ts';
import { exportBox, usesOwnBox } from './bounds.ts';
import { findTarget } from './nodes.ts';
import type { Target } from './nodes.ts';
import { pictureHash } from './paints.ts';
import { refusalOf } from './refusals.ts';

/** A small layer is drawn at most this much larger than on the canvas: more pixels would show nothing more. */
const MOST_SCALE = 4;

export async function exportNode(input: CallInput<'exportNode'>): Promise<CallOutput<'exportNode'>> {
  const node = await findTarget(input.nodeId);
  const box = node && (await exportBox(node));
  if (!node || node.removed) throw new VariegateError('SELECTION_GONE');
  const refusal = refusalOf(node);
  if (refusal) throw new VariegateError(refusal.code, { name: refusal.name });
  if (!box) throw new VariegateError('SELECTION_INVISIBLE', { name: cleanName(node.name) });
  const name = cleanName(node.name);
  const bytes = await asExportFailure(name, () => (input.view === 'seen' ? drawn(node, box, input.longEdge) : original(node)));
  return { bytes, box };
}

function drawn(node: Target, box: CanvasBox, longEdgeCap: ImagePx): Promise<Uint8Array> {
  const scale = Math.min(longEdgeCap / longEdge(box), MOST_SCALE);
  return node.exportAsync({
    format: 'PNG',
    colorProfile: 'SRGB',
    useAbsoluteBounds: usesOwnBox(node),
    constraint: {
      type: box.width >= box.height ? 'WIDTH' : 'HEIGHT',
      value: Math.max(1, Math.round(longEdge(box) * scale)),
    },
  });
}

function original(node: Target): Promise<Uint8Array> {
  const hash = pictureHash(node);
  const image = hash === null ? null : figma.getImageByHash(hash);
  if (!image) throw new VariegateError('NO_ORIGINAL', { name: cleanName(node.name) });
  return image.getBytesAsync();
}

async function asExportFailure<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const cause = toVariegateError(thrown, 'EXPORT_FAILED');
    throw new VariegateError(cause.code, { ...cause.details, name });
  }
}
