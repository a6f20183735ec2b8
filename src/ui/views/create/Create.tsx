// The tab "Create", from top to bottom: what is selected, what to do with it, and what came of it.
import { hasAlternatives } from '../../../core/alternatives.ts';
import type { RecipePanel } from '../../../core/recipes/recipe.ts';
import { make } from '../../actions.ts';
import { studio } from '../../late.ts';
import { ownWords, recipe } from '../../store/draft.ts';
import { isSetShown, shownPanels } from '../../store/session.ts';
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
      {recipe.value.panel ? <PanelChoices of={recipe.value.panel} /> : <VaryChips />}
      {!recipe.value.panel && <HowMany />}
      <References />
      <div class="folded">
        <SeldomChanged />
        {!recipe.value.panel && <ExactPrompt />}
      </div>
    </>
  );
}

function FirstTaken() {
  return hasAlternatives(ownWords.value) ? <p class="hint">Of alternatives in braces the first is taken here.</p> : null;
}

function PanelChoices({ of }: { of: RecipePanel }) {
  const { Choices } = studio().RECIPE_PANELS[of];
  return <Choices />;
}

/** Draws their script in only once one was started. */
function Outcomes() {
  return (
    <>
      {shownPanels.value.map((panel) => {
        const { Outcome } = studio().RECIPE_PANELS[panel];
        return <Outcome key={panel} />;
      })}
    </>
  );
}

function Looked() {
  if (!isSetShown.value) return null;
  const { LookedSet } = studio();
  return <LookedSet />;
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
        {recipe.value.panel ? <FirstTaken /> : <BriefAlternatives />}
        {!recipe.value.panel && <BriefAlike />}
        <Later draw={drawChoices} />
      </form>
      <Outcomes />
      <Looked />
      <Results />
    </div>
  );
}
