// Two pictures in one frame, the result to the right of the split, the original to the left of it. The slider is the
// browser's own, laid invisibly over the whole frame, so it can be dragged anywhere and moved by keys.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MadeImage } from '../../store/runs.ts';

interface Props {
  /** Null for runs from words: there is only the result to look at. */
  readonly originalUrl: string | null;
  readonly image: MadeImage;
  readonly caption: string;
  readonly ratio: number;
  readonly isOriginalHeld: boolean;
}

export function SplitPicture({ originalUrl, image, caption, ratio, isOriginalHeld }: Props) {
  const split = useSignal(50);
  const shown = isOriginalHeld ? 100 : split.value;
  const url = useFullPicture(image);
  return (
    <div class="split-room">
      <div class="split" style={{ '--ratio': String(ratio), '--split': `${originalUrl ? shown : 0}%` }}>
        {originalUrl && <img class="split-original" src={originalUrl} alt="Original" draggable={false} />}
        <img class="split-result" src={url} alt={caption} draggable={false} />
        {originalUrl && (
          <>
            <input
              type="range"
              class="split-slider"
              aria-label="Split"
              aria-valuetext={`${split.value}% original`}
              min={0}
              max={100}
              value={split.value}
              onInput={(event) => (split.value = event.currentTarget.valueAsNumber)}
            />
            <i class="split-handle" />
            <span class="split-tag is-left">Original</span>
            {!isOriginalHeld && <span class="split-tag is-right">Result</span>}
          </>
        )}
      </div>
    </div>
  );
}

/** A URL of the whole picture while it is on screen; its thumbnail until that is made. */
function useFullPicture(image: MadeImage): string {
  const url = useSignal(image.thumbnailUrl.peek() ?? '');
  useEffect(() => {
    const full = URL.createObjectURL(image.file);
    url.value = full;
    return () => URL.revokeObjectURL(full);
  }, [image, url]);
  return url.value;
}
