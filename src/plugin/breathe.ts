// Cuts long work into slices: the sandbox shares Figma's main thread, so whoever holds it longer freezes the canvas.

/** Well under the 16 ms of a frame, so that Figma's own work fits beside ours. */
const SLICE_MS = 8;

/** Lets Figma draw before work that cannot be cut. Nodes may be gone afterwards. */
export function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** A pause to await within a loop: it passes at once until a slice is used up, then lets Figma draw. Nodes may be gone afterwards. */
export function createBreather(): () => Promise<void> | undefined {
  let began = Date.now();
  return () => {
    if (Date.now() - began < SLICE_MS) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        began = Date.now();
        resolve();
      }, 1);
    });
  };
}
