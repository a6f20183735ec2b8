// "Make more like this": a picture's recipe back into the draft, ready to be changed and made again.
import { migrateImageModel } from '../../core/model.ts';
import type { RecipeRecord } from '../../core/provenance.ts';
import { changeDraft } from '../store/draft.ts';
import { say } from './say.ts';

/** The exact prompt of the picture becomes the draft's, direction included, so that more pictures are like this one. */
export function loadRecord(record: RecipeRecord): void {
  const model = migrateImageModel(record.model);
  changeDraft({
    recipe: record.recipe.id,
    brief: record.brief,
    exactPrompt: record.prompt,
    closeness: record.closeness,
    sizeClass: record.sizeClass,
    model: model.id,
  });
  const name = record.direction?.caption ?? 'this picture';
  say(model.replaced === null ? `Prompt of ${name} loaded` : `Prompt of ${name} loaded; ${model.replaced} is gone, ${model.id} is used`);
}
