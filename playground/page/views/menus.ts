// Open menus close when a person presses elsewhere, presses Escape, or goes into the plugin's window.
export function closeMenusFromOutside(): () => void {
  const stop = new AbortController();
  const close = (target: EventTarget | null): void => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute('open');
    }
  };
  addEventListener('pointerdown', (event) => close(event.target), { signal: stop.signal, capture: true });
  addEventListener('keydown', (event) => { if (event.key === 'Escape') close(null); }, { signal: stop.signal, capture: true });
  addEventListener('blur', () => close(null), { signal: stop.signal });
  return () => stop.abort();
}
