// Looks through the selected frames for what can wear another look: the list "Layers to restyle", before anything is made or paid.
import { signal } from '@preact/signals';
import type { CallOutput } from '../../../core/bridge/contract.ts';
import { toVariegateError } from '../../../core/errors.ts';
import { selection } from '../../store/selection.ts';
import { isRestyling, remarks, targets } from '../../store/style.ts';
import type { Part, PartState, Target } from '../../store/style.ts';
import type { Effects } from '../effects.ts';
import { revoke } from '../thumbnail.ts';

type Plan = CallOutput<'planRestyle'>;

const THUMBNAIL_EDGE = 96;
const WHY: Readonly<Record<Plan['kept'][number]['why'], string>> = {
  bound: 'follows a style or variable',
  inInstance: 'is a drawing inside an instance',
  otherFill: 'has a video or pattern fill',
};

/** Fills the list anew; while parts are being made it stays. The newest selection wins. */
export async function lookThrough(effects: Effects, abort: AbortSignal): Promise<void> {
  if (isRestyling.value) return;
  const layers = selection.value.refusal === null ? selection.value.layers : [];
  const found: Target[] = [];
  const said: string[] = [];
  for (const { id, name } of layers) {
    const plan = await planOf(effects, id, abort);
    const outer = plan && layers.find((layer) => plan.around.includes(layer.id));
    if (!plan) said.push(`${name} is gone.`);
    else if (outer) said.push(`${plan.name} is part of ${outer.name} and changes with it.`);
    else {
      found.push(targetOf(id, plan));
      if (plan.isInInstance) said.push(`${plan.name} is inside an instance; its copy stands on the page, and the instance stays.`);
      if (plan.isLocked) said.push(`${plan.name} is locked; it stays as it is, and so is its copy.`);
    }
  }
  if (abort.aborted || isRestyling.value) return;
  forgetParts();
  targets.value = found;
  remarks.value = said;
  for (const part of found.flatMap((target) => target.parts)) if (!abort.aborted) await drawPart(effects, part);
}

/** Null for a layer that was deleted meanwhile: it spoils none of the others. */
async function planOf(effects: Effects, nodeId: string, signal: AbortSignal): Promise<Plan | null> {
  try {
    return await effects.client.call('planRestyle', { nodeId }, { signal });
  } catch (thrown) {
    if (toVariegateError(thrown).code === 'SELECTION_GONE') return null;
    throw thrown;
  }
}

export function forgetParts(): void {
  for (const part of targets.value.flatMap((target) => target.parts)) revoke(part.thumbnailUrl.value);
  targets.value = [];
  remarks.value = [];
}

function targetOf(nodeId: string, plan: Plan): Target {
  const part = (key: string, what: Part['what'], name: string, detail: string, exported: string): Part => ({
    id: `${nodeId} ${key}`, what, name, detail, nodeId: exported,
    thumbnailUrl: signal<string | null>(null), isPicked: signal(true), state: signal<PartState>({ at: 'ready' }), unwritten: signal(null), legibility: signal(null),
  });
  const { free, bound } = plan.colours;
  return {
    nodeId,
    name: plan.name,
    parts: [
      ...(free > 0 ? [part('colours', { is: 'colours' }, 'Colours', `${counted(free, 'layer')}${bound > 0 ? `; ${bound} bound` : ''}`, nodeId)] : []),
      ...plan.pictures.map(({ hash, name, nodeId: shown, users }) => part(`picture ${hash}`, { is: 'picture', hash }, name, users > 1 ? `in ${counted(users, 'layer')}` : 'picture', shown)),
      ...plan.illustrations.map(({ path, name, nodeId: shown }) => part(`drawing ${path}`, { is: 'drawing', path }, name, 'illustration', shown)),
    ],
    kept: plan.kept.map(({ name, why }) => `${name} ${WHY[why]}`),
  };
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

// A part without a picture is a part all the same.
async function drawPart(effects: Effects, part: Part): Promise<void> {
  if (part.what.is === 'colours') return;
  try {
    const { bytes } = await effects.client.call('exportNode', { nodeId: part.nodeId, view: 'seen', longEdge: THUMBNAIL_EDGE });
    part.thumbnailUrl.value = await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, new AbortController().signal);
  } catch {
    part.thumbnailUrl.value = '';
  }
}
