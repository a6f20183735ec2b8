// The offline engine's answers to the tasks of the prompt studio: rules for words, measures for pictures. No AI.
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import type { AnswerTo, StudioAnswer, StudioTask } from '../studio/tasks.ts';
import { cardByRules } from './card.ts';
import { changeByRules } from './change.ts';
import { critiqueByMeasures } from './critique.ts';
import { continuityByMeasures } from './continuity.ts';
import { describeByMeasures } from './describe.ts';
import { expandByGrammar } from './expand.ts';
import { judgeByMeasures } from './judge.ts';
import { shotsByRules } from './shots.ts';
import { sketchByMeasures } from './sketch.ts';

/**
 * `measures` are those of the picture that the task looks at, `others` of those that go along. Throws RangeError where a task that looks
 * at one has none.
 */
export function answerByRules<Task extends StudioTask>(task: Task, measures: PictureMeasures | null, others: readonly PictureMeasures[] = []): AnswerTo<Task> {
  // answerOf gives the kind that the task asks for; the compiler cannot follow that through the type parameter.
  return answerOf(task, measures, others) as AnswerTo<Task>;
}

function answerOf(task: StudioTask, measures: PictureMeasures | null, others: readonly PictureMeasures[]): StudioAnswer {
  switch (task.is) {
    case 'expand': return expandByGrammar(task);
    case 'change': return changeByRules(task);
    case 'card': return cardByRules(task, measures);
    case 'critique': return critiqueByMeasures(task, required(measures), others);
    case 'judge': return judgeByMeasures(task, required(measures), others);
    case 'shots': return shotsByRules(task);
    case 'continuity': return continuityByMeasures([required(measures), ...others]);
    // Who is shown, no measure tells: said as that.
    case 'represent': return { is: 'represent', sees: ['No AI looks at these pictures, so nobody can say who is shown.'], questions: [] };
    case 'describe': return describeByMeasures(task, required(measures));
    case 'sketch': return sketchByMeasures(task, required(measures));
  }
}

function required(measures: PictureMeasures | null): PictureMeasures {
  if (!measures) throw new RangeError('this task looks at a picture, and none was measured');
  return measures;
}
