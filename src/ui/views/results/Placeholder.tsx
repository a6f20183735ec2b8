// Stands where a picture will be: a quiet shimmer and one line that says how far it is.
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
