// Everything that the recipe "Refine" can do, by name. What it starts lives in ui/run/refine.
import type { FieldId } from '../core/fields.ts';
import { attempt, stoppably } from './attempt.ts';
import { keepDraft } from './run/keepDraft.ts';
import { decision } from './run/refine/decision.ts';
import { refine } from './run/refine/refine.ts';
import { refuseUnfit } from './run/refuseUnfit.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import { ownWords } from './store/draft.ts';
import { changeRefine, changeRefining, refining } from './store/refine.ts';
import { shownPanels } from './store/session.ts';
import { loadFields } from './store/studio.ts';

export { changeRefine };

export function startRefine(): void {
  attempt(async () => {
    refuseUnfit(ownWords.value);
    keepDraft(effects);
    shownPanels.value = [...new Set([...shownPanels.value, 'refine' as const])];
    await stoppably((_signal, abort) => refine(effects, abort));
  }, { retry: startRefine });
}

/** The designer's word on the change that waits: make it, or keep what there is. */
export const answerProposal = (goesOn: boolean) => void decision.tell(goesOn);

/** What would change, as the designer writes it; an empty text leaves the field as it is. */
export function editProposal(id: FieldId, text: string): void {
  const now = refining.value;
  if (now?.proposal) changeRefining({ proposal: { ...now.proposal, fields: { ...now.proposal.fields, [id]: text } } });
}

/** The fields of a round into Prompts, as a step that can be gone back from. */
export function takePrompt(index: number): void {
  const round = refining.value?.rounds[index];
  if (!round) return;
  loadFields(effects.nextId('step'), `Refined, picture ${index + 1}`, round.fields);
  say('Its prompt is in the fields of Prompts');
}

export function closeRefine(): void {
  if (refining.value && !refining.value.end) return;
  refining.value = null;
}
