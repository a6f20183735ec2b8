// Looks over the designer's own words once there are some. The checks are in a script of their own, so that a window that starts does
// not wait for them.
import { studio } from '../../late.ts';
import { ownWords } from '../../store/draft.ts';

export function BriefChecks() {
  if (ownWords.value.trim() === '') return null;
  const { BriefFindings } = studio();
  return <BriefFindings />;
}
