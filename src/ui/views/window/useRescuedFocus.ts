// When the focused control leaves the page (a discarded result, a dismissed alert), the focus goes to what stood around it,
// so that a keyboard never has to start over at the top.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const FOCUSABLE = 'button, input, select, textarea, [tabindex="0"]';

export function useRescuedFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    let trail: readonly Element[] = [];
    const remember = (event: FocusEvent) => (trail = trailOf(event.target, root));
    const rescue = () => {
      const [focused] = trail;
      if (focused && !focused.isConnected && document.activeElement === document.body) nearest(trail, root)?.focus();
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
function trailOf(target: EventTarget | null, root: Element): readonly Element[] {
  const trail: Element[] = [];
  for (let at = target instanceof Element ? target : null; at && at !== root; at = at.parentElement) trail.push(at);
  return trail;
}

function nearest(trail: readonly Element[], root: Element): HTMLElement | null {
  const around = trail.find((element) => element.isConnected && element.querySelector(FOCUSABLE));
  return around ? around.querySelector<HTMLElement>(FOCUSABLE) : (root.querySelector<HTMLElement>('.make') ?? root.querySelector<HTMLElement>(FOCUSABLE));
}
