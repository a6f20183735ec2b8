// Looks through the selected frames for what can wear another look: the list "Layers to restyle", before anything is made or paid.
import { signal } from '@preact/signals';
import type { CallOutput } from '../../../core/bridge/contract.ts';
import { selection } from '../../store/selection.ts';
import { isRestyling, targets } from '../../store/style.ts';
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
  for (const { id } of layers) {
    const plan = await effects.client.call('planRestyle', { nodeId: id }, { signal: abort });
    found.push(targetOf(id, plan));
  }
  if (abort.aborted || isRestyling.value) return;
  forgetParts();
  targets.value = found;
  for (const part of found.flatMap((target) => target.parts)) if (!abort.aborted) await drawPart(effects, part);
}

export function forgetParts(): void {
  for (const part of targets.value.flatMap((target) => target.parts)) revoke(part.thumbnailUrl.value);
  targets.value = [];
}

function targetOf(nodeId: string, plan: Plan): Target {
  const part = (key: string, what: Part['what'], name: string, detail: string, exported: string): Part => ({
    id: `${nodeId} ${key}`, what, name, detail, nodeId: exported,
    thumbnailUrl: signal<string | null>(null), isPicked: signal(true), state: signal<PartState>({ at: 'ready' }), legibility: signal(null),
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
