// The mood board: how many pictures, and what came of it.
import { computed, signal } from '@preact/signals';
import { estimateRun, formatUsd } from '../../core/cost.ts';
import { TEXTURES } from '../../core/recipes/moodBoard.ts';
import { plannerOf } from '../catalog.ts';
import { card, draft, engine, sizeClass } from './draft.ts';
import { settings } from './session.ts';

export const moodDraft = signal({ count: 5 });

/** Pictures and textures together. */
export const moodCount = computed(() => moodDraft.value.count + TEXTURES);

export const moodEstimate = computed(() =>
  estimateRun({ card: card.value, sizeClass: sizeClass.value, count: moodCount.value, inputs: draft.value.references.length, planner: plannerOf(engine.value, settings.value.textModel), isoDate: new Date().toISOString().slice(0, 10) }),
);

/** "Make mood board of 7 · about $0.24". */
export const moodLabel = computed(() => {
  const usd = moodEstimate.value.imagesUsd;
  return `Make mood board of ${moodCount.value} · ${usd === null || usd === 0 ? formatUsd(usd) : `about ${formatUsd(usd)}`}`;
});

export interface Mood {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly isRunning: boolean;
  readonly isPlaced: boolean;
}

/** The newest board; null before the first. */
export const mood = signal<Mood | null>(null);

export function changeMood(patch: Partial<Mood>): void {
  if (mood.value) mood.value = { ...mood.value, ...patch };
}
