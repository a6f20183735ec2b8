// The tab "Prompts", from top to bottom: words into options, the canvas into words, the prompt in fields, and what came of it.
import { makeStudio } from '../../studioActions.ts';
import { studioFacts } from '../../store/studioRun.ts';
import { SeldomChanged } from '../create/SeldomChanged.tsx';
import { Results } from '../results/Results.tsx';
import { useAsked } from '../useAsked.ts';
import { CritiqueCard } from './CritiqueCard.tsx';
import { FieldAlternatives } from './FieldAlternatives.tsx';
import { Blanks } from './Blanks.tsx';
import { Fields } from './Fields.tsx';
import { FromCanvas } from './FromCanvas.tsx';
import { Idea } from './Idea.tsx';
import { Options } from './Options.tsx';
import { Paragraph } from './Paragraph.tsx';
import { PromptChecks } from './PromptChecks.tsx';
import { SeenCard } from './SeenCard.tsx';
import { SketchCard } from './SketchCard.tsx';
import { StartFrom } from './StartFrom.tsx';
import { Steps } from './Steps.tsx';
import { Templates } from './Templates.tsx';

export function Prompts() {
  useAsked(studioFacts);
  return (
    <div class="create">
      <form
        class="create-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) makeStudio();
        }}
      >
        <Idea />
        <Options />
        <FromCanvas />
        <SeenCard />
        <SketchCard />
        <CritiqueCard />
        <Fields />
        <Blanks />
        <PromptChecks />
        <FieldAlternatives />
        <Steps />
        <div class="folded">
          <Templates />
          <Paragraph />
          <StartFrom />
          <SeldomChanged />
        </div>
      </form>
      <Results />
    </div>
  );
}
