// What the bridge needs of a channel, whoever carries it: Figma's sandbox, the UI's window, or memory in tests.

export interface Port {
  send(message: unknown): void;
  /** Calls `listener` for each message; returns how to stop. One message is one frame. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** The part of an AbortSignal that core may use: the sandbox has no AbortController. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Two ports that carry messages to each other, one microtask later, as copies by `copy`. For tests. */
export function createMemoryPorts(copy: (message: unknown) => unknown): readonly [Port, Port] {
  const listeners: [Set<(message: unknown) => void>, Set<(message: unknown) => void>] = [new Set(), new Set()];
  const port = (own: 0 | 1, other: 0 | 1): Port => ({
    send(message) {
      const copied = copy(message);
      void Promise.resolve().then(() => listeners[other].forEach((listener) => listener(copied)));
    },
    onMessage(listener) {
      listeners[own].add(listener);
      return () => listeners[own].delete(listener);
    },
  });
  return [port(0, 1), port(1, 0)];
}
