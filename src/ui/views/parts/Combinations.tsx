// Alternatives in a prompt, "{red|blue}": how many prompts they make, and each of them to read before anything is paid.
import { useSignal } from '@preact/signals';
import { Disclosure } from './Disclosure.tsx';
import { LongList } from './LongList.tsx';

interface Props {
  /** How many there are. */
  readonly count: number;
  /** How many of them the next run makes. */
  readonly made: number;
  readonly textOf: (index: number) => string;
}

/** Prompts that are listed: more are read by nobody. */
const MOST_LISTED = 1000;

export function Combinations({ count, made, textOf }: Props) {
  const isOpen = useSignal(false);
  if (count < 2) return null;
  const label = count > made ? `${count.toLocaleString('en')} combinations; ${made} are made at a time` : `${count} combinations`;
  return (
    <Disclosure label={label} aside={isOpen.value ? 'Close' : 'Show'} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      {count > MOST_LISTED && <p class="hint">The first {MOST_LISTED.toLocaleString('en')} of them.</p>}
      <LongList label="Combinations" count={Math.min(count, MOST_LISTED)} textOf={textOf} />
    </Disclosure>
  );
}
