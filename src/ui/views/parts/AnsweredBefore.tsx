// Says that the last question got an answer of before: nothing was sent. The way to ask all the same stands beside it.
import { reusedAnswer } from '../../store/reusedAnswer.ts';
import { momentText } from './momentText.ts';

export function AnsweredBefore({ price, onAnew }: { readonly price: string; readonly onAnew: () => void }) {
  const reused = reusedAnswer.value;
  if (!reused) return null;
  return (
    <p class="facts">
      As answered {momentText(reused.atMs)}, for nothing.{' '}
      <button type="button" class="link" onClick={onAnew}>
        Ask anew · {price}
      </button>
    </p>
  );
}
