// Loads the full CanvasKit, in Node from its package, in a browser from wherever the page serves canvaskit.wasm.
import type { CanvasKit } from 'canvaskit-wasm';

export async function loadCanvasKit(locateFile: ((file: string) => string) | undefined): Promise<CanvasKit> {
  const { default: start } = await import('canvaskit-wasm/full');
  return start({ locateFile: locateFile ?? locateInPackage });
}

function locateInPackage(file: string): string {
  if (typeof process === 'undefined' || !process.versions?.node) return `/${file}`;
  return decodeURIComponent(new URL(file, import.meta.resolve('canvaskit-wasm/full')).pathname);
}
