// Alternatives that stand in fields, "a {red|blue} car" in one and "{dawn|dusk}" in another: one set of fields for each combination.
import { choicesOf, combination, countCombinations, spreadCombinations } from './alternatives.ts';
import { FIELD_ORDER, mapFields } from './fields.ts';
import type { PromptFields } from './fields.ts';

/** Stands between the fields while they are one text; cleaned texts never hold it, and no alternative crosses it. */
const BETWEEN = '\u0001';

/** How many sets of fields there are; 1 without alternatives. */
export function countFieldCombinations(fields: PromptFields): number {
  return countCombinations(joined(fields));
}

export interface FieldCombination {
  readonly fields: PromptFields;
  /** The words that were chosen, in the order of the fields. */
  readonly choices: readonly string[];
}

/** At most `most` sets of fields, all different, spread as `spreadCombinations` does. */
export function fieldCombinations(fields: PromptFields, most: number): readonly FieldCombination[] {
  const text = joined(fields);
  return spreadCombinations(text, most).map((index) => {
    const texts = combination(text, index).split(BETWEEN);
    return {
      fields: mapFields((id) => ({ ...fields[id], text: texts[FIELD_ORDER.indexOf(id)] ?? '' })),
      choices: choicesOf(text, index),
    };
  });
}

function joined(fields: PromptFields): string {
  return FIELD_ORDER.map((id) => fields[id].text.split(BETWEEN).join(' ')).join(BETWEEN);
}
