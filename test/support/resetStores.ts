// Every signal that a run reads or writes, as it is after a fresh start with a key and one frame selected.
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { draft, draftFrom, sourceResult } from '../../src/ui/store/draft.ts';
import { fits } from '../../src/ui/store/fits.ts';
import { forgetLanes } from '../../src/ui/store/lanes.ts';
import { reservedByRun, spentByRun } from '../../src/ui/store/ledger.ts';
import { pauses } from '../../src/ui/store/pauses.ts';
import { referenceImages } from '../../src/ui/store/references.ts';
import { preparing, runs } from '../../src/ui/store/runs.ts';
import { selection } from '../../src/ui/store/selection.ts';
import { reusedAnswer } from '../../src/ui/store/reusedAnswer.ts';
import { resetStudio } from '../../src/ui/store/studio.ts';
import { cards, chosenId, refusedCards, remarks, styleDraft, targets, worn } from '../../src/ui/store/style.ts';
import { ownTemplates } from '../../src/ui/store/templates.ts';
import { batch, changeBatch, isBatchPaused, isBatchRunning } from '../../src/ui/store/batch.ts';
import { jobsElsewhere, overnight, overnightWork } from '../../src/ui/store/overnight.ts';
import { ANY } from '../../src/core/history/search.ts';
import { entriesOfResults, history, historyQuery, picturesHere } from '../../src/ui/store/history.ts';
import { alert, key, settings, spentToday, status, unsavedTold } from '../../src/ui/store/session.ts';

const box = { x: 0, y: 0, width: 1440, height: 960 };

export const SELECTED_LAYER = {
  id: '1:2', name: 'Hero', type: 'FRAME', box, hasPicture: false, takesFill: true, canRestore: false, isSketch: false, recipe: null,
};

export function resetStores(): void {
  settings.value = { ...DEFAULT_SETTINGS, limitPerRunUsd: 0, limitPerDayUsd: 0 };
  forgetLanes();
  key.value = { isSet: true, ending: '1234' };
  draft.value = draftFrom(settings.value);
  selection.value = { pageId: '0:1', pageName: 'Page', layers: [SELECTED_LAYER], count: 1, box, refusal: null };
  sourceResult.value = null;
  referenceImages.value = [];
  runs.value = [];
  preparing.value = [];
  spentByRun.value = {};
  reservedByRun.value = {};
  pauses.value = {};
  resetStudio();
  reusedAnswer.value = null;
  entriesOfResults.value = new Map();
  ownTemplates.value = null;
  cards.value = null;
  chosenId.value = null;
  refusedCards.value = [];
  targets.value = [];
  remarks.value = [];
  worn.value = [];
  history.value = null;
  batch.value = null;
  isBatchRunning.value = false;
  isBatchPaused.value = false;
  overnight.value = null;
  overnightWork.value = null;
  jobsElsewhere.value = 0;
  changeBatch({ text: '', taken: null, template: '', into: 'grid', layer: '#hero', isOvernight: false });
  historyQuery.value = ANY;
  picturesHere.value = new Set();
  unsavedTold.value = [];
  fits.value = new Map();
  styleDraft.value = { words: '', as: 'picture', look: 4, structure: 5 };
  spentToday.value = { day: '2026-11-22', usd: 0 };
  alert.value = null;
  status.value = 'Ready';
}
