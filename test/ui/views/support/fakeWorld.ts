// What an action does in the view tests: the least that a view needs to see its own press come back through the store.
import { changeDraft, draft, sourceResult } from '../../../../src/ui/store/draft.ts';
import { alert, settings } from '../../../../src/ui/store/session.ts';
import type { Draft } from '../../../../src/core/request.ts';
import type { Axis } from '../../../../src/core/prompt.ts';
import type { Settings } from '../../../../src/core/settings.ts';

const FIELD_OF: Readonly<Record<string, keyof Draft>> = {
  setBrief: 'brief',
  setRecipe: 'recipe',
  setCount: 'count',
  setCloseness: 'closeness',
  setModel: 'model',
  setSizeClass: 'sizeClass',
  setPlace: 'place',
  setView: 'view',
  setExactPrompt: 'exactPrompt',
};

export function callAction(name: string, [value]: readonly unknown[]): unknown {
  const field = FIELD_OF[name];
  if (field) changeDraft({ [field]: value } as Partial<Draft>);
  if (name === 'toggleAxis') toggle(value as Axis);
  if (name === 'changeSettings') settings.value = { ...settings.value, ...(value as Partial<Settings>) };
  if (name === 'finishIntro') settings.value = { ...settings.value, hasSeenIntro: true };
  if (name === 'dismissAlert' || name === 'runAlertAction') alert.value = null;
  if (name === 'clearSourceResult') sourceResult.value = null;
  if (name === 'makeMoreLikeThis') return 'create';
  return name === 'reportText' ? 'Variegate report\nJobs none' : undefined;
}

function toggle(axis: Axis): void {
  const { axes } = draft.value;
  changeDraft({ axes: axes.includes(axis) ? axes.filter((each) => each !== axis) : [...axes, axis] });
}
