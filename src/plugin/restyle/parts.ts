// Puts the pictures and drawings of a clone in another look, one by one as they arrive, and gives each part its look of before. Only the
// clone is written; each call is one undo step.
import type { CallInput, CallOutput } from '../../core/bridge/contract.ts';
import { VariegateError } from '../../core/errors.ts';
import { cleanName } from '../../core/prompt.ts';
import { boundingBox } from '../bounds.ts';
import { childrenOf, findLayer } from '../nodes.ts';
import { fillsOf } from '../paints.ts';
import { checkPicture, pictureFill, takePicture } from '../picture.ts';
import { resize } from '../rectangles.ts';
import { asOneLongStep, asOneStep } from '../write.ts';
import { repaint } from './clone.ts';
import { ownPaints } from './colours.ts';
import type { OwnPaints } from './colours.ts';
import { OVER_KEY, isOver, layerAt, walkLayers } from './layers.ts';
import { findClone, writeRecord } from './record.ts';
import type { RestyleRecord } from './record.ts';

/** Marks a layer whose topmost fill is a veil of ours. */
const SCRIM_KEY = 'scrim';

export async function restylePicture(input: CallInput<'restylePicture'>): Promise<CallOutput<'restylePicture'>> {
  checkPicture(input.bytes);
  const { clone, record } = await findClone(input.cloneId);
  const shown = shownNow(record, input.hash);
  const users = await usersOf(clone, shown);
  if (users.length === 0 || clone.removed) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    const imageHash = takePicture(input.bytes);
    const written = exchange(users, shown, imageHash);
    writeRecord(clone, withPicture(record, input.hash, imageHash));
    return { imageHash, users: written };
  });
}

/** A plain paint on top of the picture, in every layer of the clone that shows it; one that is there already is exchanged. */
export async function addScrim({ cloneId, hash, is, opacity }: CallInput<'addScrim'>): Promise<Record<string, never>> {
  const { clone, record } = await findClone(cloneId);
  const users = await usersOf(clone, shownNow(record, hash));
  if (users.length === 0 || clone.removed) throw new VariegateError('NODE_GONE');
  const level = is === 'dark' ? 0 : 1;
  return asOneStep(() => {
    for (const node of users) {
      if (node.removed || !('fills' in node)) continue;
      const scrim: SolidPaint = { type: 'SOLID', color: { r: level, g: level, b: level }, opacity };
      node.fills = [...withoutScrim(node), scrim];
      node.setPluginData(SCRIM_KEY, hash);
    }
    return {};
  });
}

/** The fills without the veil that we laid on top. */
function withoutScrim(node: SceneNode): readonly Paint[] {
  const fills = fillsOf(node);
  const top = fills[fills.length - 1];
  return node.getPluginData(SCRIM_KEY) !== '' && top?.type === 'SOLID' ? fills.slice(0, -1) : fills;
}

export async function restyleDrawing(input: CallInput<'restyleDrawing'>): Promise<CallOutput<'restyleDrawing'>> {
  checkPicture(input.bytes);
  const { clone } = await findClone(input.cloneId);
  const drawing = layerAt(clone, input.path);
  const box = drawing && boundingBox(drawing);
  if (!drawing || !box || !drawing.parent) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    overOf(drawing)?.remove();
    const parent = drawing.parent;
    if (!parent || !('insertChild' in parent)) throw new VariegateError('NODE_GONE');
    const over = figma.createRectangle();
    try {
      over.setPluginData(OVER_KEY, input.path);
      parent.insertChild(parent.children.indexOf(drawing) + 1, over);
      resize(over, box);
      over.fills = [pictureFill(takePicture(input.bytes))];
      over.name = cleanName(`${drawing.name} · restyled`, 200);
      const at = boundingBox(over);
      if ('layoutPositioning' in drawing) over.layoutPositioning = drawing.layoutPositioning;
      if (at) {
        over.x += box.x - at.x;
        over.y += box.y - at.y;
      }
      if ('constraints' in drawing) over.constraints = drawing.constraints;
      drawing.visible = false;
    } catch (thrown) {
      over.remove();
      throw thrown;
    }
    return { nodeId: over.id };
  });
}

export async function revertRestyle({ cloneId, part }: CallInput<'revertRestyle'>): Promise<Record<string, never>> {
  const { clone, record } = await findClone(cloneId);
  switch (part.is) {
    case 'picture': return revertPicture(clone, record, part.hash);
    case 'drawing': return revertDrawing(clone, part.path);
    case 'colours': return revertColours(clone, record);
  }
}

async function revertPicture(clone: SceneNode, record: RestyleRecord, hash: string): Promise<Record<string, never>> {
  const shown = shownNow(record, hash);
  if (shown === hash) throw new VariegateError('NOTHING_TO_RESTORE');
  const users = await usersOf(clone, shown);
  if (clone.removed) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    for (const node of users) {
      if (node.removed || node.getPluginData(SCRIM_KEY) === '' || !('fills' in node)) continue;
      node.fills = withoutScrim(node);
      node.setPluginData(SCRIM_KEY, '');
    }
    exchange(users, shown, hash);
    writeRecord(clone, { ...record, pictures: record.pictures.filter(({ from }) => from !== hash) });
    return {};
  });
}

function revertDrawing(clone: SceneNode, path: string): Record<string, never> {
  const drawing = layerAt(clone, path);
  const over = drawing && overOf(drawing);
  if (!drawing || !over) throw new VariegateError('NOTHING_TO_RESTORE');
  return asOneStep(() => {
    over.remove();
    drawing.visible = true;
    return {};
  });
}

// The colours of before are those of the frame it was cloned from.
async function revertColours(clone: SceneNode, { sourceId }: RestyleRecord): Promise<Record<string, never>> {
  const source = await findLayer(sourceId);
  if (!source) throw new VariegateError('NOTHING_TO_RESTORE');
  const before = new Map<string, readonly OwnPaints[]>();
  await walkLayers(source, ({ node, path }) => {
    const sides = ownPaints(node).map((own) => ({ ...own, paints: own.paints.filter(({ type }) => type !== 'IMAGE') }));
    if (sides.length > 0 && !('isMask' in node && node.isMask)) before.set(path, sides);
    return true;
  });
  const merged = await mergedWithPictures(clone, before);
  if (clone.removed) throw new VariegateError('NODE_GONE');
  return asOneLongStep(async () => {
    await repaint(clone, merged);
    return {};
  });
}

/** Paints of before, with the pictures that the clone shows now where it shows any. */
async function mergedWithPictures(clone: SceneNode, before: ReadonlyMap<string, readonly OwnPaints[]>): Promise<Map<string, readonly OwnPaints[]>> {
  const merged = new Map<string, readonly OwnPaints[]>();
  await walkLayers(clone, ({ node, path }) => {
    const sides = before.get(path) ?? [];
    const own = sides.length > 0 ? ownPaints(node) : [];
    const here = sides.flatMap((side) => {
      if (side.range) return [side];
      const now = own.find((each) => each.side === side.side);
      return now ? [{ side: side.side, paints: inOrder(now.paints, side.paints) }] : [];
    });
    if (here.length > 0) merged.set(path, here);
    return true;
  });
  return merged;
}

/** `now` with its colours taken, in order, from `before`. */
function inOrder(now: readonly Paint[], before: readonly Paint[]): Paint[] {
  const waiting = [...before];
  return now.map((paint) => (paint.type === 'IMAGE' ? paint : (waiting.shift() ?? paint)));
}

async function usersOf(root: SceneNode, hash: string): Promise<SceneNode[]> {
  const users: SceneNode[] = [];
  await walkLayers(root, ({ node }) => {
    if (fillsOf(node).some((paint) => paint.type === 'IMAGE' && paint.imageHash === hash)) users.push(node);
    return true;
  });
  return users;
}

/** Everything else about the paint stays: scale mode, crop, filters, opacity. */
function exchange(users: readonly SceneNode[], from: string, to: string): number {
  const there = users.filter((node) => !node.removed && 'fills' in node);
  for (const node of there) {
    const fills = fillsOf(node).map((paint) => (paint.type === 'IMAGE' && paint.imageHash === from ? { ...paint, imageHash: to } : paint));
    if ('fills' in node) node.fills = fills;
  }
  return there.length;
}

function shownNow(record: RestyleRecord, hash: string): string {
  return record.pictures.find(({ from }) => from === hash)?.to ?? hash;
}

function withPicture(record: RestyleRecord, from: string, to: string): RestyleRecord {
  return { ...record, pictures: [...record.pictures.filter((each) => each.from !== from), { from, to }] };
}

function overOf(drawing: SceneNode): SceneNode | null {
  const parent = drawing.parent;
  if (!parent || !('children' in parent)) return null;
  const siblings = childrenOf(parent as SceneNode);
  const next = siblings[siblings.findIndex((sibling) => sibling.id === drawing.id) + 1];
  return next && isOver(next) ? next : null;
}
