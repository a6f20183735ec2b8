// The sandbox's channel to the UI. It carries messages and looks into none of them.
import type { Port } from '../core/bridge/port.ts';

/** Only after figma.showUI: Figma throws without a UI. */
export function sandboxPort(): Port {
  return {
    send: (message) => figma.ui.postMessage(message),
    onMessage(listener) {
      const forward = (message: unknown): void => listener(message);
      figma.ui.on('message', forward);
      return () => figma.ui.off('message', forward);
    },
  };
}
