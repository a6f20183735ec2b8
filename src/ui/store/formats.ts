// "Every format": which picture is the approved one, which frames it goes to, and what came of it.
import { computed, signal } from '@preact/signals';
import { formatUsd } from '../../core/cost.ts';
import type { FocalChoice } from '../../core/formats/formats.ts';
import type { CanvasBox } from '../../core/geometry.ts';
import { card, sizeClass, sourceResult } from './draft.ts';
import { selection } from './selection.ts';

export interface FormatsDraft {
  /** The layer that shows the approved picture; null for a result that stands in, else for the first selected layer with a picture. */
  readonly masterId: string | null;
  readonly focal: FocalChoice;
}

export const formatsDraft = signal<FormatsDraft>({ masterId: null, focal: 'auto' });

export function changeFormats(patch: Partial<FormatsDraft>): void {
  formatsDraft.value = { ...formatsDraft.value, ...patch };
}

export interface FormatFrame {
  readonly id: string;
  readonly name: string;
  readonly box: CanvasBox;
}

/** Null while a result stands in, or nothing is selected. */
export const masterLayer = computed<FormatFrame | null>(() => {
  if (sourceResult.value) return null;
  const { layers } = selection.value;
  const wanted = layers.find(({ id }) => id === formatsDraft.value.masterId);
  return wanted ?? layers.find(({ hasPicture }) => hasPicture) ?? layers[0] ?? null;
});

/** The other selected layers. */
export const formatFrames = computed<readonly FormatFrame[]>(() => (selection.value.refusal === null ? selection.value.layers.filter(({ id }) => id !== masterLayer.value?.id) : []));

const eachUsd = computed(() => card.value.imageUsd[sizeClass.value] ?? null);

export const formatsUsd = computed(() => (eachUsd.value === null ? null : eachUsd.value * formatFrames.value.length));

/** "Make 3 formats · about $0.10". */
export const formatsLabel = computed(() => {
  const count = formatFrames.value.length;
  const usd = formatsUsd.value;
  return `Make ${count === 1 ? '1 format' : `${count} formats`} · ${usd === null || usd === 0 ? formatUsd(usd) : `about ${formatUsd(usd)}`}`;
});

export interface Formatting {
  readonly id: string;
  readonly name: string;
  /** In the order of the frames; the run of each has one picture. */
  readonly made: readonly { readonly frame: FormatFrame; readonly jobId: string }[];
  readonly isRunning: boolean;
}

/** The newest set; null before the first. */
export const formatting = signal<Formatting | null>(null);
