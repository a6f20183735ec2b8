// What a look over the prompt found, each finding with its fixes as buttons. Nothing is mended unasked.
import { fix } from '../../studioActions.ts';
import { studioFindings } from '../../store/studioChecks.ts';
import { Findings } from '../parts/Findings.tsx';

export function PromptChecks() {
  return <Findings findings={studioFindings.value} onFix={fix} />;
}
