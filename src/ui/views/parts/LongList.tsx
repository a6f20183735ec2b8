// A list of many short texts, drawn a part in each frame so that a thousand lines hold nobody up.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly count: number;
  readonly textOf: (index: number) => string;
}

/** Lines a frame: a few milliseconds on a slow machine. */
const AT_ONCE = 50;

export function LongList({ label, count, textOf }: Props) {
  const drawn = useSignal(Math.min(count, AT_ONCE));
  useEffect(() => {
    if (drawn.value >= count) return undefined;
    const frame = requestAnimationFrame(() => (drawn.value = Math.min(count, drawn.value + AT_ONCE)));
    return () => cancelAnimationFrame(frame);
  });
  const parts = Math.ceil(drawn.value / AT_ONCE);
  return (
    // Focusable, so that it can be scrolled by keys.
    <ol class="long-list" aria-label={label} tabIndex={0}>
      {Array.from({ length: parts }, (_, part) => (
        <Part key={part} from={part * AT_ONCE} to={Math.min(drawn.value, (part + 1) * AT_ONCE)} textOf={textOf} />
      ))}
    </ol>
  );
}

function Part({ from, to, textOf }: { from: number; to: number; textOf: (index: number) => string }) {
  return Array.from({ length: to - from }, (_, index) => <li key={from + index}>{textOf(from + index)}</li>);
}
