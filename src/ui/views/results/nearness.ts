// Which runs are near what is shown: only those are drawn, or 500 results would weigh more than all the rest of the window.
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

/** How far around the view a result counts as near. Wider than where `content-visibility: auto` begins to draw. */
const MARGIN = '250% 0px';

type Listener = (isNear: boolean) => void;

export interface Nearness {
  /** Tells at once and at every change; answers how to stop. */
  watch(element: Element, listener: Listener): () => void;
}

/** One observer for a whole list, however long. */
export function useNearness(): Nearness {
  const nearness = useMemo(createNearness, []);
  useEffect(() => nearness.close, [nearness]);
  return nearness;
}

export interface NearRun {
  readonly isNear: boolean;
  /** Height (CSS px) that the run had when it was last drawn; 0 before it ever was. */
  readonly room: number;
  /** For each result of the run while it is drawn. */
  watchItem(element: Element): () => void;
  /** For what stands for them while they are far. */
  watchSpacer(element: Element): () => void;
}

/** Of one run: near while one of its results is, or holds the focus. */
export function useNearRun(nearness: Nearness, startsNear: boolean): NearRun {
  const isNear = useSignal(startsNear);
  const room = useRef(0);
  const items = useMemo(() => new Map<Element, boolean>(), []);
  const told = (element: Element, is: boolean) => {
    // An element that was replaced is told of once more: it says nothing about the run.
    if (!element.isConnected) return;
    items.set(element, is);
    if (![...items].every(([each, near]) => !near && !each.contains(document.activeElement))) return;
    room.current = heightOf([...items.keys()]);
    isNear.value = false;
  };
  const watchItem = (element: Element) => {
    // Near until it is known: what was just drawn must not vanish before the observer has looked at it.
    items.set(element, true);
    const stop = nearness.watch(element, (is) => told(element, is));
    return () => {
      items.delete(element);
      stop();
    };
  };
  const watchSpacer = (element: Element) => nearness.watch(element, (is) => is && (isNear.value = true));
  return { isNear: isNear.value, room: room.current, watchItem, watchSpacer };
}

/** Watches the element of the ref while it is there, also after another kind of element took its place. */
export function useWatched(watch: (element: Element) => () => void, kind: string) {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => (ref.current ? watch(ref.current) : undefined), [kind]);
  return ref;
}

function heightOf(elements: readonly Element[]): number {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
}

function createNearness(): Nearness & { close(): void } {
  const listeners = new Map<Element, Listener>();
  let observer: IntersectionObserver | null = null;
  const tell = (entries: readonly IntersectionObserverEntry[]) =>
    entries.forEach(({ target, isIntersecting }) => listeners.get(target)?.(isIntersecting));
  return {
    watch(element, listener) {
      // The panel scrolls, not the page; a margin counts only around a root of our own.
      observer ??= new IntersectionObserver(tell, { root: element.closest('.panel'), rootMargin: MARGIN });
      listeners.set(element, listener);
      observer.observe(element);
      return () => {
        listeners.delete(element);
        observer?.unobserve(element);
      };
    },
    close: () => observer?.disconnect(),
  };
}
