// When the focused control leaves the page (a discarded result, a dismissed alert), the focus goes to what stands in its
// place or next to it, so that a keyboard never has to start over at the top.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const FOCUSABLE = 'button, input, select, textarea, [tabindex="0"]';

/** An element that held the focus, and its place among its siblings. */
interface Step {
  readonly element: Element;
  readonly index: number;
}

export function useRescuedFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    let trail: readonly Step[] = [];
    const remember = (event: FocusEvent) => (trail = trailOf(event.target, root));
    const rescue = () => {
      const [focused] = trail;
      if (focused && !focused.element.isConnected && document.activeElement === document.body) nearest(trail, root)?.focus();
    };
    const watching = new MutationObserver(rescue);
    root.addEventListener('focusin', remember);
    watching.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', remember);
      watching.disconnect();
    };
  }, [ref]);
}

/** The element and all that holds it, up to the root. */
function trailOf(target: EventTarget | null, root: Element): readonly Step[] {
  const trail: Step[] = [];
  for (let at = target instanceof Element ? target : null; at && at !== root; at = at.parentElement) {
    trail.push({ element: at, index: [...(at.parentElement?.children ?? [])].indexOf(at) });
  }
  return trail;
}

function nearest(trail: readonly Step[], root: Element): HTMLElement | null {
  for (const [depth, { element }] of trail.entries()) {
    if (!element.isConnected) continue;
    const found = focusableNear(element, trail[depth - 1]?.index ?? 0);
    if (found) return found;
  }
  return root.querySelector<HTMLElement>('.make') ?? focusableIn(root);
}

/** In the child that stands at `index` now, else in the nearest before or after it. */
function focusableNear(parent: Element, index: number): HTMLElement | null {
  const children = [...parent.children];
  const byDistance = children.map((child, at) => ({ child, far: Math.abs(at - index) })).sort((a, b) => a.far - b.far);
  for (const { child } of byDistance) {
    const found = focusableIn(child);
    if (found) return found;
  }
  return null;
}

function focusableIn(element: Element): HTMLElement | null {
  const inside = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const all = element instanceof HTMLElement && element.matches(FOCUSABLE) ? [element, ...inside] : inside;
  return all.find((each) => each.tabIndex >= 0 && each.offsetParent !== null) ?? null;
}
