// From what changed in the document to the events a plugin hears: asynchronous and coalesced, as Figma sends them.
import type { HostChange, HostEvent } from '../document.ts';
import { nodeRef, type Callback } from './crossing.ts';
import { fire, type Session } from './session.ts';

export function listen(session: Session, event: string, callback: Callback, once: boolean): void {
  session.listeners.set(event, [...(session.listeners.get(event) ?? []), { callback, once }]);
}

export function unlisten(session: Session, event: string, callback: Callback): void {
  session.listeners.set(event, (session.listeners.get(event) ?? []).filter((listener) => listener.callback.id !== callback.id));
}

interface Waiting { selection: boolean; page: boolean; changes: { change: HostChange; origin: 'LOCAL' | 'REMOTE' }[]; isScheduled: boolean }

/** Follows the document; answers how to stop, and whether events wait. */
export function followDocument(session: Session): { stop(): void; isWaiting(): boolean } {
  const waiting: Waiting = { selection: false, page: false, changes: [], isScheduled: false };
  const stop = session.document.onChange((event) => {
    collect(session, waiting, event);
    if (waiting.isScheduled || !(waiting.selection || waiting.page || waiting.changes.length > 0)) return;
    waiting.isScheduled = true;
    session.later(() => flush(session, waiting), 0);
  });
  return { stop, isWaiting: () => waiting.isScheduled };
}

function collect(session: Session, waiting: Waiting, event: HostEvent): void {
  switch (event.type) {
    case 'changed': {
      const origin = event.author === 'remote' ? 'REMOTE' : 'LOCAL';
      waiting.changes.push(...event.changes.map((change) => ({ change, origin }) as const));
      return;
    }
    case 'selectionChanged': if (event.pageId === session.document.currentPageId) waiting.selection = true; return;
    case 'currentPageChanged':
      session.loadedPages.add(event.pageId);
      waiting.page = true;
      return;
    case 'viewportChanged': return;
  }
}

function flush(session: Session, waiting: Waiting): void {
  const { selection, page, changes } = waiting;
  Object.assign(waiting, { selection: false, page: false, changes: [], isScheduled: false });
  if (page) fire(session, 'currentpagechange');
  if (page || selection) fire(session, 'selectionchange');
  if (changes.length > 0) fireChanges(session, changes);
}

function fireChanges(session: Session, changes: Waiting['changes']): void {
  const asChange = ({ change, origin }: Waiting['changes'][number]): Record<string, unknown> => ({
    ...change, pageId: undefined, origin, node: nodeRef(change.id),
  });
  if (session.listeners.has('documentchange')) fire(session, 'documentchange', { documentChanges: changes.map(asChange) });
  for (const pageId of new Set(changes.map(({ change }) => change.pageId))) {
    const event = `${String(pageId)} nodechange`;
    if (session.listeners.has(event)) fire(session, event, { nodeChanges: changes.filter(({ change }) => change.pageId === pageId).map(asChange) });
  }
}
