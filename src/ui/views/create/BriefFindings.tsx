// What a look over the designer's own words found: the brief, or the exact prompt where it takes over.
import { fixBrief } from '../../studioActions.ts';
import { briefFindings } from '../../store/briefChecks.ts';
import { Findings } from '../parts/Findings.tsx';

export function BriefFindings() {
  return <Findings findings={briefFindings.value} onFix={fixBrief} />;
}
