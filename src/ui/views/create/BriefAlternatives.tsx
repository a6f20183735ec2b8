// The combinations of what stands in braces in the brief.
import { pictureCount, promptCombinations, promptOfAlternative } from '../../store/draft.ts';
import { Combinations } from '../parts/Combinations.tsx';

export function BriefAlternatives() {
  return <Combinations count={promptCombinations.value} made={pictureCount.value} textOf={promptOfAlternative} />;
}
