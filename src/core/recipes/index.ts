// The explicit list of recipes: a new one is one file and one line here. Order is the order on screen.
import type { RecipeId } from '../request.ts';
import { changeOne } from './changeOne.ts';
import { formats } from './formats.ts';
import { fromBrief } from './fromBrief.ts';
import { moodBoard } from './moodBoard.ts';
import type { Recipe } from './recipe.ts';
import { refine } from './refine.ts';
import { restyle } from './restyle.ts';
import { storyboard } from './storyboard.ts';
import { sketchToConcept } from './sketchToConcept.ts';
import { variants } from './variants.ts';

export const RECIPES: readonly Recipe[] = [variants, fromBrief, sketchToConcept, restyle, changeOne, refine, formats, storyboard, moodBoard];

/** The recipe of an id; the list holds every id, which a test checks. */
export function recipeOf(id: RecipeId): Recipe {
  return RECIPES.find((recipe) => recipe.id === id) ?? variants;
}
