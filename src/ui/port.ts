// The UI's window as a Port: Figma's way of carrying messages between the iframe and the sandbox.
import type { Port } from '../core/bridge/port.ts';

/** `target` is the window that Figma's editor listens on; '*' because our own origin is null (figma-platform, 1.4). */
export function windowPort(own: Window, target: Window): Port {
  return {
    send: (message) => target.postMessage({ pluginMessage: message }, '*'),
    onMessage(listener) {
      const receive = (event: MessageEvent<unknown>) => {
        const data = event.data;
        if (typeof data === 'object' && data !== null && 'pluginMessage' in data) listener(data.pluginMessage);
      };
      own.addEventListener('message', receive);
      return () => own.removeEventListener('message', receive);
    },
  };
}
