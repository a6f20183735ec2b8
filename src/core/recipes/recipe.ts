// What a recipe is: how a kind of run is named on screen, what it needs, and the words it writes. Data and pure functions.
import type { Axis, Closeness, InputRole, ReferenceRole } from '../prompt.ts';
import type { RecipeId } from '../request.ts';

/** What the words of a prompt depend on; never the selection itself. */
export interface PromptDraft {
  readonly brief: string;
  readonly closeness: Closeness;
  readonly axes: readonly Axis[];
  readonly references: readonly ReferenceRole[];
  /** More than one picture: each gets a direction of its own. */
  readonly wantsDirections: boolean;
}

export type RecipePanel = 'refine' | 'storyboard' | 'moodBoard' | 'formats';

export interface Recipe {
  readonly id: RecipeId;
  /** Raised whenever the words change, so that old records tell the truth. */
  readonly version: number;
  readonly label: string;
  /** One sentence for an empty state. */
  readonly teaches: string;
  readonly needs: 'selection' | 'brief';
  /** The role of the selection among the inputs; null when it is not sent. */
  readonly sourceRole: Extract<InputRole, 'source' | 'sketch'> | null;
  /** Hint inside the empty brief. */
  readonly briefHint: string;
  readonly usesCloseness: boolean;
  /** From which closeness on a result is laid over its source to the pixel; null where it need not lie on it. */
  readonly alignsFrom: Closeness | null;
  /** What makes its pictures where that is more than one run: a panel of ui/views/recipePanels; absent where all are made at once. */
  readonly panel?: RecipePanel;
  /** The exact prompt, DIRECTION_TOKEN where each picture's own direction goes. */
  prompt(draft: PromptDraft): string;
  /** What the text model is asked: to plan `count` directions that differ. */
  planTask(draft: PromptDraft, count: number): string;
}
