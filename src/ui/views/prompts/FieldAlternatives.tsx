// The combinations of what stands in braces in the fields; picked options say how many there are at Make.
import { combinations, planned, promptOfCombination } from '../../store/studioRun.ts';
import { picked, studioDraft } from '../../store/studio.ts';
import { Combinations } from '../parts/Combinations.tsx';

export function FieldAlternatives() {
  if (picked.value.length > 0) return null;
  return <Combinations count={combinations.value} made={Math.ceil(planned.value.length / studioDraft.value.each)} textOf={promptOfCombination} />;
}
