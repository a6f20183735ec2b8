// Which fields a task asks a text model for. The words, the schema and the reading all start from here.
import { FIELDS, FIELD_ORDER } from '../fields.ts';
import type { FieldId, PromptFields } from '../fields.ts';
import type { ExpandTask, Reading, StudioTask } from './tasks.ts';

const READING_FIELDS: Readonly<Record<Reading, readonly FieldId[]>> = {
  recreate: FIELD_ORDER.filter((id) => id !== 'avoid'),
  style: FIELD_ORDER.filter((id) => id !== 'avoid' && id !== 'text'),
  light: ['environment', 'lighting', 'palette', 'camera', 'mood'],
  objects: ['subject', 'objects', 'environment', 'text'],
};

/** What a whole prompt is never without. */
const ALWAYS: readonly FieldId[] = ['subject', 'environment', 'lighting', 'palette', 'style', 'camera', 'mood'];

/** Fields that the answer may hold, in the order on screen. Locked fields are never asked for. */
export function askedFields(task: StudioTask): readonly FieldId[] {
  switch (task.is) {
    case 'expand': return stageFields(task.stage).filter((id) => !task.fields[id].isLocked);
    case 'describe': return READING_FIELDS[task.reading];
    case 'sketch': return FIELD_ORDER;
    case 'card':
    case 'shots':
    case 'continuity':
    case 'represent':
    case 'judge': return [];
    case 'critique':
    case 'change': return FIELD_ORDER.filter((id) => !task.fields[id].isLocked);
  }
}

/** Fields that the answer must hold: a change names only what changes, a list of things only what there is. */
export function requiredFields(task: StudioTask): readonly FieldId[] {
  if (task.is === 'change' || task.is === 'critique' || (task.is === 'describe' && task.reading === 'objects')) return [];
  return askedFields(task).filter((id) => ALWAYS.includes(id));
}

/** Locked fields that say something, in the order on screen. */
export function lockedFields(fields: PromptFields): readonly FieldId[] {
  return FIELD_ORDER.filter((id) => fields[id].isLocked && fields[id].text.trim() !== '');
}

/** Fields of a stage: 'core' is what is shown, 'look' how it is shown, 'whole' both and what to avoid. */
export function stageFields(stage: ExpandTask['stage']): readonly FieldId[] {
  if (stage === 'whole') return FIELD_ORDER;
  return FIELD_ORDER.filter((id) => FIELDS[id].part === (stage === 'core' ? 'content' : 'look'));
}

/** How many options are asked for: 1 to 8, and one for a core. */
export function optionCount(task: ExpandTask): number {
  return task.stage === 'core' ? 1 : Math.min(8, Math.max(1, Math.round(task.count)));
}
