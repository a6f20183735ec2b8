// What to do, as a row of small pictures with a word each. Reads the list of recipes; knows none of them by name.
import { useId } from 'preact/hooks';
import { RECIPES } from '../../../core/recipes/index.ts';
import { setRecipe } from '../../actions.ts';
import { draft } from '../../store/draft.ts';
import { Later } from '../parts/Later.tsx';
import { PlainPicture, RECIPE_PICTURES } from './recipePictures.tsx';

export function RecipePicker() {
  const group = useId();
  return (
    <div role="radiogroup" aria-label="Recipe" class="recipes">
      {RECIPES.map((recipe) => (
        <label key={recipe.id} class="recipe">
          <input
            type="radio"
            name={group}
            checked={recipe.id === draft.value.recipe}
            onChange={() => setRecipe(recipe.id)}
          />
          <span class="recipe-picture"><Later draw={RECIPE_PICTURES[recipe.id] ?? PlainPicture} /></span>
          <span class="recipe-word">{recipe.label}</span>
        </label>
      ))}
    </div>
  );
}
