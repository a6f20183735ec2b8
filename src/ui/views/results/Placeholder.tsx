// Stands where a picture will be: a quiet shimmer and one line that says how far it is, or what it waits for.
import { sayWait } from '../../../core/errors.ts';
import type { Wait } from '../../../core/job.ts';
import { useSecondsUntil } from './useSecondsSince.ts';

interface Props {
  readonly text: string;
  readonly ratio: number;
  /** How much of it is done, 0 to 1, where the engine tells. */
  readonly part?: number;
  /** It waits for its turn, so nothing moves. */
  readonly isIdle?: boolean;
}

export function Placeholder({ text, ratio, part = 0, isIdle = false }: Props) {
  return (
    <div class={isIdle ? 'placeholder' : 'placeholder is-busy'} style={{ aspectRatio: String(ratio) }}>
      <span>{text}</span>
      {part > 0 && <i class="placeholder-part" style={{ width: `${Math.round(part * 100)}%` }} />}
    </div>
  );
}

/** "Waiting 34 s: Gemini asks to slow down", counted down. */
export function Held({ wait, ratio }: { readonly wait: Wait; readonly ratio: number }) {
  const seconds = useSecondsUntil(wait.untilMs ?? 0);
  if (wait.untilMs === null) return <Placeholder text="Waiting for the network" ratio={ratio} isIdle />;
  return <Placeholder text={`Waiting ${seconds} s: ${sayWait(wait)}`} ratio={ratio} isIdle />;
}
