// What stands in Create for a recipe that is more than one run: its choices, its button, and what comes of it.
import type { ComponentType } from 'preact';
import type { RecipePanel } from '../../core/recipes/recipe.ts';
import { startFormats } from '../formatsActions.ts';
import { startMoodBoard } from '../moodBoardActions.ts';
import { startRefine } from '../refineActions.ts';
import { startStoryboard } from '../storyboardActions.ts';
import { FormatsChoices, FormatsPanel, MakeFormats } from './formats/Formats.tsx';
import { MakeMoodBoard, MoodBoardChoices, MoodBoardPanel } from './moodBoard/MoodBoard.tsx';
import { MakeRefine } from './refine/MakeRefine.tsx';
import { RefineOptions } from './refine/RefineOptions.tsx';
import { RefinePanel } from './refine/RefinePanel.tsx';
import { MakeStoryboard } from './storyboard/MakeStoryboard.tsx';
import { StoryboardChoices } from './storyboard/StoryboardChoices.tsx';
import { StoryboardPanel } from './storyboard/StoryboardPanel.tsx';

interface PanelParts {
  readonly Choices: ComponentType;
  readonly Make: ComponentType<{ readonly describedBy: string }>;
  /** Nothing before it was started. */
  readonly Outcome: ComponentType;
  readonly start: () => void;
}

export const RECIPE_PANELS: Readonly<Record<RecipePanel, PanelParts>> = {
  refine: { Choices: RefineOptions, Make: MakeRefine, Outcome: RefinePanel, start: startRefine },
  formats: { Choices: FormatsChoices, Make: MakeFormats, Outcome: FormatsPanel, start: startFormats },
  moodBoard: { Choices: MoodBoardChoices, Make: MakeMoodBoard, Outcome: MoodBoardPanel, start: startMoodBoard },
  storyboard: { Choices: StoryboardChoices, Make: MakeStoryboard, Outcome: StoryboardPanel, start: startStoryboard },
};
