// The corner that changes the window's size, by dragging or by arrow keys. Figma's windows have no edge of their own to drag.
import { useRef } from 'preact/hooks';
import { resizeWindow } from '../../actions.ts';

const SMALLEST = { width: 320, height: 400 } as const;
const LARGEST = 2000;
const KEY_STEP = 20;

export function ResizeHandle() {
  const start = useRef<{ readonly width: number; readonly height: number } | null>(null);
  return (
    <button
      type="button"
      class="resize"
      aria-label="Resize window"
      title="Drag to resize, or use the arrow keys"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        // Screen coordinates: the window's own move while it is resized.
        start.current = { width: window.innerWidth - event.screenX, height: window.innerHeight - event.screenY };
      }}
      onPointerMove={(event) => {
        if (start.current) resizeTo(start.current.width + event.screenX, start.current.height + event.screenY);
      }}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={(event) => {
        const [across, down] = stepOfKey(event.key);
        if (across === 0 && down === 0) return;
        event.preventDefault();
        resizeTo(window.innerWidth + across * KEY_STEP, window.innerHeight + down * KEY_STEP);
      }}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M10 3 3 10M10 7l-3 3" />
      </svg>
    </button>
  );
}

function resizeTo(width: number, height: number): void {
  resizeWindow(clamp(width, SMALLEST.width), clamp(height, SMALLEST.height));
}

function clamp(length: number, smallest: number): number {
  return Math.round(Math.min(LARGEST, Math.max(smallest, length)));
}

/** Steps across and down. */
function stepOfKey(key: string): readonly [number, number] {
  switch (key) {
    case 'ArrowRight':
      return [1, 0];
    case 'ArrowLeft':
      return [-1, 0];
    case 'ArrowDown':
      return [0, 1];
    case 'ArrowUp':
      return [0, -1];
    default:
      return [0, 0];
  }
}
