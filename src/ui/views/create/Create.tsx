// The tab "Create", from top to bottom: what is selected, what to do with it, and what came of it.
import { make } from '../../actions.ts';
import { studio } from '../../late.ts';
import { recipe } from '../../store/draft.ts';
import { isRefineShown } from '../../store/session.ts';
import { Later } from '../parts/Later.tsx';
import { Results } from '../results/Results.tsx';
import { BriefAlike } from './BriefAlike.tsx';
import { BriefAlternatives } from './BriefAlternatives.tsx';
import { BriefChecks } from './BriefChecks.tsx';
import { BriefField } from './BriefField.tsx';
import { ExactPrompt } from './ExactPrompt.tsx';
import { HowMany } from './HowMany.tsx';
import { Intro } from './Intro.tsx';
import { RecipePicker } from './RecipePicker.tsx';
import { References } from './References.tsx';
import { SeldomChanged } from './SeldomChanged.tsx';
import { SelectionCard } from './SelectionCard.tsx';
import { VaryChips } from './VaryChips.tsx';

function drawChoices() {
  return (
    <>
      {recipe.value.repeats ? <RefineChoices /> : <VaryChips />}
      {!recipe.value.repeats && <HowMany />}
      <References />
      <div class="folded">
        <SeldomChanged />
        {!recipe.value.repeats && <ExactPrompt />}
      </div>
    </>
  );
}

function RefineChoices() {
  const { RefineOptions } = studio();
  return <RefineOptions />;
}

/** Draws the script of the loop in only once there was one. */
function Refinement() {
  if (!isRefineShown.value) return null;
  const { RefinePanel } = studio();
  return <RefinePanel />;
}

export function Create() {
  return (
    <div class="create">
      <Intro />
      <form
        class="create-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) make();
        }}
      >
        <SelectionCard />
        <RecipePicker />
        <BriefField />
        <BriefChecks />
        <BriefAlternatives />
        {!recipe.value.repeats && <BriefAlike />}
        <Later draw={drawChoices} />
      </form>
      <Refinement />
      <Results />
    </div>
  );
}
