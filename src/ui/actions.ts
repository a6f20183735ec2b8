// Everything a view can do, by name. Each is a line or a few: what they start lives in ui/run, what they set in ui/store.
import type { CallInput } from '../core/bridge/contract.ts';
import type { EventValue } from '../core/bridge/events.ts';
import type { ErrorAction } from '../core/errors.ts';
import { actionOf } from '../core/errors.ts';
import type { Rating, ReasonId } from '../core/history/entry.ts';
import { sumLedger } from '../core/ledger.ts';
import type { LedgerSums } from '../core/ledger.ts';
import type { SizeClass } from '../core/model.ts';
import type { Axis, Closeness, ReferenceRole } from '../core/prompt.ts';
import type { PlaceMode, RecipeId, SourceView } from '../core/request.ts';
import type { Settings } from '../core/settings.ts';
import { attempt } from './attempt.ts';
import { client } from './client.ts';
import { studio, work } from './late.ts';
import { addReference, forgetReference } from './run/addReference.ts';
import { freeze } from './run/freeze.ts';
import { rate, toggleReason } from './run/history/keepResult.ts';
import { checkKey } from './run/checkKey.ts';
import { makeAnew as anew } from './run/makeAnew.ts';
import * as place from './run/place.ts';
import { cancelAllJobs, cancelJob as stopJob, retryJob as runAgain } from './run/runJobs.ts';
import { say } from './run/say.ts';
import { keepDraft } from './run/keepDraft.ts';
import { loadIntoCreate, loadRecord } from './run/loadRecord.ts';
import type { Nearness } from './run/loadRecord.ts';
import { protectRest as protect } from './run/protect.ts';
import { resizeTo } from './run/windowSize.ts';
import { writeReport } from './run/report.ts';
import { startRun } from './run/startRun.ts';
import { revoke } from './run/thumbnail.ts';
import { effects } from './run/world.ts';
import { changeDraft, draft, ownWords, recipe, sourceResult } from './store/draft.ts';
import { entriesOfResults } from './store/history.ts';
import { moveInLane, pauseLanes, resumeLanes } from './store/lanes.ts';
import { findJob, forgetJob } from './store/runs.ts';
import { selection } from './store/selection.ts';
import { alert, hasOvernight, key, keyTest, settings, stoppable } from './store/session.ts';
import { asking } from './store/studio.ts';
import { imageOf } from '../core/job.ts';

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

/** A picture that waits goes before, or after, all others that wait. */
export function moveInQueue(jobId: string, where: 'front' | 'back'): void {
  if (moveInLane(jobId, where)) say(where === 'front' ? 'It is next' : 'It is last');
}

export function cancelJob(jobId: string): void {
  const found = findJob(jobId);
  if (found) stopJob(found.run, found.entry);
}

export function retryJob(jobId: string): void {
  withJob(jobId, ({ run, entry }) => runAgain(effects, run, entry));
}

/** The same request asked of the service, whatever the file has of it. */
export function makeAnew(jobId: string): void {
  withJob(jobId, ({ run, entry }) => anew(effects, run, entry));
}

/** Opens the look at who the set of a result shows. */
export const openSet = (jobId: string) => studio().openSet(jobId);

/** What the designer thinks of a result. Nothing where the history does not have it. */
export function rateResult(jobId: string, rating: Rating): void {
  const entry = entriesOfResults.value.get(jobId);
  if (entry) attempt(() => rate(effects, entry, rating), { jobId, retry: () => rateResult(jobId, rating) });
}

export function giveReason(jobId: string, reason: ReasonId): void {
  const entry = entriesOfResults.value.get(jobId);
  if (entry) attempt(() => toggleReason(effects, entry, reason), { jobId, retry: () => giveReason(jobId, reason) });
}

export function discardJob(jobId: string): void {
  const found = findJob(jobId);
  if (!found) return;
  stopJob(found.run, found.entry);
  if (sourceResult.value?.jobId === jobId) sourceResult.value = null;
  revoke(imageOf(found.entry.job.value.state)?.thumbnailUrl.value ?? null);
  if (found.run.jobs.length === 1) revoke(found.run.sourceUrl);
  forgetJob(jobId);
}

export function showOnCanvas(jobId: string): void {
  withJob(jobId, async ({ entry }) => {
    const state = entry.job.value.state;
    const nodeId = state.at === 'done' ? state.placed?.nodeId : entry.slotId.value;
    if (nodeId) await client.call('showNode', { nodeId });
  });
}

export function placeBeside(jobId: string): void {
  withJob(jobId, ({ run, entry }) => place.placeBeside(effects, run, entry));
}

export function replaceFill(jobId: string): void {
  withJob(jobId, ({ run, entry }) => place.replaceFill(effects, run, entry));
}

export function restoreFill(jobId: string): void {
  withJob(jobId, ({ entry }) => place.restoreFill(effects, entry));
}

/** Takes back the Replace of the selected layer, also one of an earlier start. */
export function restoreSelected(): void {
  const layer = selection.value.layers.find((each) => each.canRestore);
  if (layer) attempt(() => place.restoreLayer(effects, layer.id));
}

export function protectRest(jobId: string): void {
  withJob(jobId, ({ run, entry }) => protect(effects, run, entry));
}

export function useAsSource(jobId: string): void {
  const found = findJob(jobId);
  const image = found && imageOf(found.entry.job.value.state);
  if (!found || !image) return;
  const { thumbnailUrl, width, height } = image;
  sourceResult.value = { jobId, caption: found.entry.caption, thumbnailUrl: thumbnailUrl.value ?? '', width, height };
  if (draft.value.recipe === 'fromBrief') changeDraft({ recipe: 'variants' });
  say(`${found.entry.caption} is the source now`);
}

export function clearSourceResult(): void {
  sourceResult.value = null;
}

/** Loads the words of a picture. Answers where they went, so that the view can show it; null when there is no picture. */
export function makeMoreLikeThis(jobId: string, nearness: Nearness): 'prompts' | 'create' | null {
  const found = findJob(jobId);
  const image = found && imageOf(found.entry.job.value.state);
  if (!image) return null;
  const place = loadRecord(image.record, effects.nextId('step'), nearness, Math.floor(effects.random() * 100));
  withJob(jobId, async ({ run }) => {
    const sourceId = run.source?.nodeIds[0];
    const isSelected = selection.value.layers.some((layer) => layer.id === sourceId);
    if (sourceId !== undefined && !isSelected) await client.call('showNode', { nodeId: sourceId });
  });
  return place;
}

// Inputs.

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

function withJob(jobId: string, work: (found: NonNullable<ReturnType<typeof findJob>>) => Promise<unknown>): void {
  const found = findJob(jobId);
  if (found) attempt(() => work(found), { jobId });
}
