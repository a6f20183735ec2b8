// Arrow keys, Home and End walk the buttons of a list; the last leads to the first.

export function stepFocus(event: KeyboardEvent, list: HTMLElement): void {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[nextIndex(event.key, at, buttons.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The index to go to; -1 when the key does not walk. */
function nextIndex(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at <= 0 ? count : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
