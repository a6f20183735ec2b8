// The storyboard: what is to be told in which shots, and what was made of it.
import { computed, signal } from '@preact/signals';
import type { ErrorData } from '../../core/errors.ts';
import { formatUsd } from '../../core/cost.ts';
import type { StoryLayout } from '../../core/storyboard/layout.ts';
import type { ContinuityTask, Mismatch, Shot, ShotsTask } from '../../core/studio/tasks.ts';
import { card, oneBrief, sizeClass } from './draft.ts';
import { priceText } from './studioPrices.ts';

export const MOST_SHOTS = 12;

export interface StoryDraft {
  /** How many shots are written, 2 to 12. */
  readonly count: number;
  readonly layout: StoryLayout;
  readonly sheet: string;
  readonly look: string;
  readonly shots: readonly Shot[];
}

export const storyDraft = signal<StoryDraft>({ count: 6, layout: 'comic', sheet: '', look: '', shots: [] });

export function changeStory(patch: Partial<StoryDraft>): void {
  storyDraft.value = { ...storyDraft.value, ...patch };
}

export interface Told {
  readonly shot: Shot;
  /** The job of its picture; null until it is made, and where it failed. */
  readonly jobId: string | null;
  /** The layer that shows it on the canvas; null where none does. */
  readonly nodeId: string | null;
}

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly layout: StoryLayout;
  readonly sheet: string;
  readonly look: string;
  readonly sheetJobId: string | null;
  readonly told: readonly Told[];
  /** What is done now; '' when it is over. */
  readonly doing: string;
  readonly stopped: ErrorData | null;
  /** What does not match; null before it was looked at. */
  readonly mismatches: readonly Mismatch[] | null;
}

/** The newest storyboard; null before the first. */
export const story = signal<Story | null>(null);

export function changeStoryboard(patch: Partial<Story>): void {
  if (story.value) story.value = { ...story.value, ...patch };
}

export function changeTold(index: number, patch: Partial<Told>): void {
  const now = story.value;
  if (now) story.value = { ...now, told: now.told.map((each, at) => (at === index ? { ...each, ...patch } : each)) };
}

export function shotsTask(): ShotsTask {
  return { is: 'shots', brief: oneBrief.value, count: storyDraft.value.count, language: 'same' };
}

export function continuityTask({ sheet, told }: Pick<Story, 'sheet' | 'told'>): ContinuityTask {
  return { is: 'continuity', sheet, shots: told.filter(({ jobId }) => jobId !== null).map(({ shot }) => shot.shows), language: 'same' };
}

const eachUsd = computed(() => card.value.imageUsd[sizeClass.value] ?? null);

/** A sheet and every shot (USD); null where the price is unknown. */
export const storyUsd = computed(() => (eachUsd.value === null ? null : eachUsd.value * (storyDraft.value.shots.length + 1)));

/** "Write 6 shots · about $0.002", "Make 6 shots · about $0.24". */
export const storyLabel = computed(() => {
  const { shots, count } = storyDraft.value;
  if (shots.length === 0) return `Write ${count} shots · ${priceText(shotsTask(), 0)}`;
  const usd = storyUsd.value;
  return `Make ${shots.length} shots · ${usd === null || usd === 0 ? formatUsd(usd) : `about ${formatUsd(usd)}`}`;
});

export const shotPrice = computed(() => (eachUsd.value === null || eachUsd.value === 0 ? formatUsd(eachUsd.value) : `about ${formatUsd(eachUsd.value)}`));
export const continuityPrice = computed(() => (story.value ? priceText(continuityTask(story.value), story.value.told.length) : ''));
