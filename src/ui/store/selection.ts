// What is selected on the canvas, as far as the sandbox has told, and its thumbnail.
import { signal } from '@preact/signals';
import type { SelectionSummary } from '../../core/bridge/events.ts';

const NONE: SelectionSummary = {
  pageId: '',
  pageName: '',
  layers: [],
  count: 0,
  box: null,
  refusal: { code: 'NOTHING_SELECTED', name: '' },
};

export const selection = signal<SelectionSummary>(NONE);

/** URL of a picture of the selection, longer side at most 320 px; null while there is none. */
export const selectionThumbnail = signal<string | null>(null);
