// Says when words are nearly those of a result of before. What it takes is in a script of its own, which runs when there are some words.
import { work } from '../../late.ts';
import { ownWords } from '../../store/draft.ts';

/** As in core/history/alike, which comes with that script. */
const LEAST_LETTERS = 12;

export function BriefAlike() {
  if (ownWords.value.trim().length < LEAST_LETTERS) return null;
  const { Alike } = work();
  return <Alike />;
}
