// What views can do, by name; results have resultActions. Each is a line or a few: what they start lives in ui/run, what they set in ui/store.
import type { CallInput } from '../core/bridge/contract.ts';
import type { EventValue } from '../core/bridge/events.ts';
import type { ErrorAction } from '../core/errors.ts';
import { actionOf } from '../core/errors.ts';
import { sumLedger } from '../core/ledger.ts';
import type { LedgerSums } from '../core/ledger.ts';
import type { SizeClass } from '../core/model.ts';
import type { Axis, Closeness, ReferenceRole } from '../core/prompt.ts';
import type { PlaceMode, RecipeId, SourceView } from '../core/request.ts';
import type { Settings } from '../core/settings.ts';
import { attempt } from './attempt.ts';
import { client } from './client.ts';
import { studio, work } from './late.ts';
import { placeBeside, retryJob } from './resultActions.ts';
import { addReference, forgetReference } from './run/addReference.ts';
import { freeze } from './run/freeze.ts';
import { checkKey } from './run/checkKey.ts';
import { restoreLayer } from './run/place.ts';
import { cancelAllJobs } from './run/runJobs.ts';
import { say } from './run/say.ts';
import { keepDraft } from './run/keepDraft.ts';
import { loadIntoCreate } from './run/loadRecord.ts';
import { resizeTo } from './run/windowSize.ts';
import { writeReport } from './run/report.ts';
import { startRun } from './run/startRun.ts';
import { effects } from './run/world.ts';
import { changeDraft, draft, ownWords, recipe, sourceResult } from './store/draft.ts';
import { pauseLanes, resumeLanes } from './store/lanes.ts';
import { selection } from './store/selection.ts';
import { alert, hasOvernight, key, keyTest, settings, stoppable } from './store/session.ts';
import { asking } from './store/studio.ts';

// The draft.

export const setBrief = (brief: string) => changeDraft({ brief });
export const setRecipe = (id: RecipeId) => changeDraft({ recipe: id, exactPrompt: null });
export const setCount = (count: number) => changeDraft({ count: Math.min(8, Math.max(1, Math.round(count))) });
export const setCloseness = (closeness: Closeness) => changeDraft({ closeness });
export const setModel = (model: string) => changeDraft({ model });
export const setSizeClass = (sizeClass: SizeClass) => changeDraft({ sizeClass });
export const setPlace = (mode: PlaceMode) => changeDraft({ place: mode });
export const setView = (view: SourceView) => changeDraft({ view });
export const setExactPrompt = (exactPrompt: string | null) => changeDraft({ exactPrompt });

export function toggleAxis(axis: Axis): void {
  const { axes } = draft.value;
  changeDraft({ axes: axes.includes(axis) ? axes.filter((each) => each !== axis) : [...axes, axis] });
}

// Runs and results.

/** Not `mayReuse`: asked of the service, whatever this file has of it. */
export function make({ mayReuse = true }: { readonly mayReuse?: boolean } = {}): void {
  const { panel } = recipe.value;
  if (panel) return studio().RECIPE_PANELS[panel].start();
  attempt(async () => {
    studio().refuseUnfit(ownWords.value);
    const frozen = { ...freeze(effects.nextId('run')), mayReuse };
    keepDraft(effects);
    await startRun(effects, frozen);
  });
}

/** Stops every picture, the question that is out, and what else is being made. */
export function cancelAll(): void {
  asking.value?.abort.abort();
  stoppable.value.forEach((abort) => abort.abort());
  cancelAllJobs();
}

/** Nothing new starts; what is out goes on. */
export function pauseQueue(): void {
  pauseLanes();
  say('Paused; what is out goes on');
}

export function resumeQueue(): void {
  resumeLanes();
  say('Going on');
}

// Inputs.

/** Takes back the Replace of the selected layer, also one of an earlier start. */
export function restoreSelected(): void {
  const layer = selection.value.layers.find((each) => each.canRestore);
  if (layer) attempt(() => restoreLayer(effects, layer.id));
}

export function clearSourceResult(): void {
  sourceResult.value = null;
}

export function useWholePage(): void {
  attempt(async () => {
    selection.value = await client.call('summarise', { nodeIds: [selection.value.pageId] });
  });
}

export function addReferenceFromSelection(): void {
  attempt(() => addReference(effects, { from: 'selection' }));
}

export function addReferenceFiles(files: readonly File[]): void {
  attempt(() => addReference(effects, { from: 'files', files }));
}

export function setReferenceRole(id: string, role: ReferenceRole): void {
  changeDraft({ references: draft.value.references.map((each) => (each.id === id ? { ...each, role } : each)) });
}

export const removeReference = (id: string) => forgetReference(id);

// Settings.

export function saveKey(text: string): void {
  attempt(async () => {
    keyTest.value = { at: 'idle' };
    key.value = await client.call('saveKey', { key: text.trim() });
    await save({ engine: 'gemini' });
    say(`Key saved; it ends in ${key.value.ending}`);
  });
}

export function testKey(): void {
  attempt(() => checkKey(effects));
}

export function forgetKey(): void {
  attempt(async () => {
    keyTest.value = { at: 'idle' };
    key.value = await client.call('forgetKey', {});
    say('Key forgotten');
  });
}

export function changeSettings(patch: Partial<Settings>): void {
  attempt(() => save(patch));
}

/** Hands every request of the last sixty days to `show`, summed up and as a table. */
export function exportLedger(show: (sums: LedgerSums, csv: string) => void): void {
  attempt(async () => {
    const { entries } = await client.call('readLedger', {});
    show(sumLedger(entries), work().ledgerCsv(entries));
  }, { retry: () => exportLedger(show) });
}

export function finishIntro(): void {
  changeSettings({ hasSeenIntro: true });
}

export function openLink(url: CallInput<'openLink'>['url']): void {
  attempt(() => client.call('openLink', { url }));
}

export function resizeWindow(width: number, height: number): void {
  attempt(() => resizeTo(effects, { width, height }));
}

// Alerts.

export function dismissAlert(): void {
  alert.value = null;
}

/** Does what an alert's button says, where that is more than showing a control: views show controls themselves. */
export function runAlertAction(): void {
  const shown = alert.value;
  if (!shown) return;
  alert.value = null;
  const action: ErrorAction = actionOf(shown.error);
  if (action === 'openBilling') openLink('billing');
  else if (action === 'placeBeside' && shown.jobId !== null) placeBeside(shown.jobId);
  else if (action === 'retry' && shown.jobId !== null) retryJob(shown.jobId);
  else if (action === 'retry') (shown.retry ?? make)();
}

/** Everything that helps to find a fault, as text; no key, no pixels, no words of the designer. */
export function reportText(): string {
  return writeReport(effects.nowMs());
}

/** The plugin is there: what it was started for, and what an earlier start left with Gemini. */
export function greet(command: string): void {
  runCommand({ command });
  if (hasOvernight.value && key.value.isSet) work().greetOvernight();
}

/** What a menu command or a relaunch button asks for. */
export function runCommand({ command }: EventValue<'commandRun'>): void {
  const record = selection.value.layers[0]?.recipe;
  if (command === 'more' && record) loadIntoCreate(record);
  if (command === 'variants' || command === 'fromBrief' || command === 'sketchToConcept') setRecipe(command);
}

async function save(patch: Partial<Settings>): Promise<void> {
  const before = settings.value;
  settings.value = { ...before, ...patch };
  try {
    await client.call('saveSettings', { settings: settings.value });
  } catch (thrown) {
    settings.value = before;
    throw thrown;
  }
}
