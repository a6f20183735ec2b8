// "Expand": an idea into options that are shown while they stream in. Built up, in two questions: what is shown, then how it looks.
import { VariegateError } from '../../../core/errors.ts';
import { isEmpty } from '../../../core/fields.ts';
import { cleanText } from '../../../core/prompt.ts';
import type { ExpandTask, PromptOption } from '../../../core/studio/tasks.ts';
import { showOptions, studioDraft } from '../../store/studio.ts';
import type { Asking } from '../../store/studio.ts';
import { expandTask } from '../../store/studioPrices.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from './ask.ts';

/** Rejects with IDEA_MISSING where there is nothing to expand, or with what went wrong; the idea stays as it was typed. */
export async function expandIdea(effects: Effects, mayReuse = true): Promise<void> {
  const task = expandTask(Math.floor(effects.random() * 1000));
  if (cleanText(task.idea) === '' && isEmpty(task.fields)) throw new VariegateError('IDEA_MISSING');
  const expand = studioDraft.value.buildsUp ? buildUp : writeWhole;
  await whileAsking(effects, `Writing ${countText(task.count)}`, async (asked) => {
    const made = await expand(effects, asked, task);
    say(made.length < task.count ? `${made.length} of ${countText(task.count)} came` : `${countText(made.length)} written`);
  }, mayReuse);
}

function writeWhole(effects: Effects, asked: Asking, task: ExpandTask): Promise<readonly PromptOption[]> {
  return write(effects, asked, task, []);
}

// The core stands first among the options, so that it can be compared with what each look makes of it.
async function buildUp(effects: Effects, asked: Asking, task: ExpandTask): Promise<readonly PromptOption[]> {
  const [core] = await write(effects, asked, { ...task, stage: 'core' }, []);
  if (!core) throw new VariegateError('REPLY_MALFORMED', { cause: 'The first step gave no core.' });
  const first: PromptOption = { ...core, id: 'core', title: 'Core, no look yet' };
  showOptions([first], asked.id);
  return write(effects, asked, { ...task, stage: 'look', core: core.fields }, [first]);
}

/** Shows what comes, after `before`. Of an answer that breaks off every option but the last is whole: those are kept. */
async function write(effects: Effects, asked: Asking, task: ExpandTask, before: readonly PromptOption[]): Promise<readonly PromptOption[]> {
  let shown: readonly PromptOption[] = [];
  const show = (batch: readonly PromptOption[]) => {
    shown = batch;
    showOptions([...before, ...batch], asked.id);
  };
  try {
    const { answer } = await askStudio(effects, asked, { task, images: [], onOptions: show });
    show(answer.options);
    return answer.options;
  } catch (thrown) {
    show(shown.slice(0, -1));
    throw thrown;
  }
}

function countText(count: number): string {
  return count === 1 ? '1 option' : `${count} options`;
}
