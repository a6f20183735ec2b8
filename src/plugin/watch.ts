// Notices when the selection, or the looks of a selected layer, changed, and tells it once things are calm. It starts no other work.
import type { SelectionSummary } from '../core/bridge/events.ts';
import { summariseSelection } from './selection.ts';

const CALM_MS = 150;
/** A change of more layers, or any change while more are selected, is taken to touch the selection without looking. */
const LOOK = 100;

/** Answers how to stop; stopping is synchronous, as Figma's close event wants. */
export function watchSelection(tell: (summary: SelectionSummary) => void): () => void {
  const calm = createDebounce(CALM_MS, async (isLatest) => {
    const summary = await summariseSelection();
    if (isLatest()) tell(summary);
  });
  const onNodes = (event: NodeChangeEvent): void => {
    if (touchesSelection(event.nodeChanges)) calm.call();
  };
  let page = figma.currentPage;
  const onPage = (): void => {
    if (!page.removed) page.off('nodechange', onNodes);
    page = figma.currentPage;
    page.on('nodechange', onNodes);
    calm.call();
  };
  page.on('nodechange', onNodes);
  figma.on('selectionchange', calm.call);
  figma.on('currentpagechange', onPage);
  return calm.stop;
}

function createDebounce(delayMs: number, run: (isLatest: () => boolean) => Promise<void>): { call(): void; stop(): void } {
  let timer: number | undefined;
  let latest = 0;
  const cancel = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    latest++;
  };
  const call = (): void => {
    cancel();
    const turn = latest;
    // What vanished while it was read is a change of its own, and told next.
    timer = setTimeout(() => void run(() => turn === latest).catch(() => undefined), delayMs);
  };
  return { call, stop: cancel };
}

function touchesSelection(changes: readonly NodeChange[]): boolean {
  const { selection } = figma.currentPage;
  if (selection.length === 0) return false;
  if (changes.length > LOOK || selection.length > LOOK) return true;
  const selected = new Set(selection.map((node) => node.id));
  return changes.some(({ node }) => isWithin(node, selected));
}

function isWithin(node: SceneNode | RemovedNode, ids: ReadonlySet<string>): boolean {
  if (node.removed) return true;
  for (let at: BaseNode | null = node; at; at = at.parent) if (ids.has(at.id)) return true;
  return false;
}
