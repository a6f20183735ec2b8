// Draws what is not needed at once one frame after the rest, so that the window can be used a frame earlier.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** `draw` runs after the first frame; nothing above it may move when it comes. */
export function Later({ draw }: { readonly draw: () => ComponentChildren }) {
  const isFirst = useSignal(true);
  useEffect(() => void (isFirst.value = false), [isFirst]);
  return isFirst.value ? null : <>{draw()}</>;
}
