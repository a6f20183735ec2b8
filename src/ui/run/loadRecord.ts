// "Make more like this": a picture's recipe back to where its words were written, ready to be changed and made again. Near, the
// same words; further away, two unlocked fields of the look let go, or a looser closeness where there are no fields.
import { FIELDS } from '../../core/fields.ts';
import type { PromptFields } from '../../core/fields.ts';
import { loosen } from '../../core/loosen.ts';
import { migrateImageModel } from '../../core/model.ts';
import type { Closeness } from '../../core/prompt.ts';
import type { RecipeRecord } from '../../core/provenance.ts';
import { recipeOf } from '../../core/recipes/index.ts';
import type { RecipeId } from '../../core/request.ts';
import { changeDraft } from '../store/draft.ts';
import { changeStudio, loadFields } from '../store/studio.ts';
import { say } from './say.ts';

export type Nearness = 'near' | 'further';

/** `seed` chooses which fields are let go. Answers where the words went: into the fields of Prompts, or into Create. */
export function loadRecord(record: RecipeRecord, id: string, nearness: Nearness = 'near', seed = 0): 'prompts' | 'create' {
  if (!record.fields) {
    loadIntoCreate(record, nearness);
    return 'create';
  }
  takeModel(record, intoFields(record, record.fields, id, nearness, seed));
  return 'prompts';
}

/** The same for Create alone, whatever the words were made of: for a start by a relaunch button, which shows Create. */
export function loadIntoCreate(record: RecipeRecord, nearness: Nearness = 'near'): void {
  takeModel(record, intoDraft(record, nearness));
}

function takeModel(record: RecipeRecord, told: string): void {
  const model = migrateImageModel(record.model);
  changeDraft({ sizeClass: record.sizeClass, model: model.id });
  say(model.replaced === null ? told : `${told}; ${model.replaced} is gone, ${model.id} is used`);
}

function intoFields(record: RecipeRecord, made: PromptFields, id: string, nearness: Nearness, seed: number): string {
  const name = nameOf(record);
  const { fields, let: released } = nearness === 'near' ? { fields: made, let: [] } : loosen(made, seed);
  loadFields(id, nearness === 'near' ? `Like ${name}` : `Further from ${name}`, fields);
  changeStudio({ start: startOf(record), idea: record.brief });
  if (released.length === 0) return `Fields of ${name} loaded`;
  return `Fields of ${name} loaded; ${released.map((field) => FIELDS[field].label).join(' and ')} left open`;
}

/** One picture of a loop is made again as a picture from words. */
function startOf({ recipe }: RecipeRecord): RecipeId {
  const { id, panel, needs } = recipeOf(recipe.id);
  if (!panel) return id;
  return needs === 'selection' ? 'variants' : 'fromBrief';
}

const LOOSER: Readonly<Record<Closeness, Closeness>> = { 1: 1, 2: 1, 3: 1, 4: 2, 5: 3 };

/** Near, the exact prompt of the picture becomes the draft's, direction included; further away, the recipe writes anew, two steps looser. */
function intoDraft(record: RecipeRecord, nearness: Nearness): string {
  const { brief } = record;
  const name = nameOf(record);
  changeDraft({
    recipe: startOf(record),
    brief,
    exactPrompt: nearness === 'near' ? record.prompt : null,
    closeness: nearness === 'near' ? record.closeness : LOOSER[record.closeness],
  });
  return nearness === 'near' ? `Prompt of ${name} loaded` : `Brief of ${name} loaded, with more freedom`;
}

function nameOf(record: RecipeRecord): string {
  return record.direction?.caption ?? 'this picture';
}
