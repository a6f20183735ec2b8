// "Apply change": one wish as an edit of the fields and a step that can be gone back to. Locked fields stay as they are.
import { VariegateError } from '../../../core/errors.ts';
import { cleanText } from '../../../core/prompt.ts';
import type { ChangeTask } from '../../../core/studio/tasks.ts';
import { changeStudio, hasFields, restoreFields, studioDraft, takeStep } from '../../store/studio.ts';
import { changeTask } from '../../store/studioPrices.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from './ask.ts';

/** Rejects with CHANGE_MISSING without words, or with what went wrong; the words stay in their box then. */
export async function applyChange(effects: Effects): Promise<void> {
  const task = changeTask();
  const words = cleanText(task.words);
  if (words === '') throw new VariegateError('CHANGE_MISSING');
  // With nothing to change the wish itself is the first thing said.
  if (!hasFields.value) return start(effects, words);
  await ask(effects, task, true);
}

/** The last wish once more, of the fields as they were; a model says something else each time. */
export async function changeAnew(effects: Effects, task: ChangeTask): Promise<void> {
  restoreFields(effects.nextId('step'), task.fields);
  await ask(effects, task, false);
}

async function ask(effects: Effects, task: ChangeTask, mayReuse: boolean): Promise<void> {
  await whileAsking(effects, 'Changing the fields', async (asked) => {
    const { answer } = await askStudio(effects, asked, { task, images: [] });
    const changed = takeStep(asked.id, answer.summary, answer.fields);
    if (studioDraft.value.change === task.words && changed.length > 0) changeStudio({ change: '' });
    say(changed.length > 0 ? `Changed: ${answer.summary}` : answer.summary);
  }, mayReuse);
}

function start(effects: Effects, words: string): void {
  takeStep(effects.nextId('step'), words.slice(0, 60), { subject: words });
  changeStudio({ change: '' });
  say('Put into Subject: there was nothing to change yet');
}
