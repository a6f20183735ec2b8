// Draws what is only decoration one frame after the rest, so that the window can be used a frame earlier.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** `draw` runs after the first frame; its place must keep its size without it. */
export function Later({ draw }: { readonly draw: () => ComponentChildren }) {
  const isFirst = useSignal(true);
  useEffect(() => void (isFirst.value = false), [isFirst]);
  return isFirst.value ? null : <>{draw()}</>;
}
