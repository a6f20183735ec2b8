// Every result enters the history when it has settled: its recipe and what it came from at once, its small copy and its colours when the
// run is through, so that no other picture waits for them. Nobody waits for it, and what cannot be remembered is said once.
import { effect } from '@preact/signals';
import { toHex } from '../../../core/colour.ts';
import type { HistoryEntry, Rating, ReasonId } from '../../../core/history/entry.ts';
import { isSettled } from '../../../core/job.ts';
import { entriesOfResults, history, historyBytes } from '../../store/history.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { tellUnsaved } from '../unsaved.ts';
import { learnFromRating } from './learn.ts';

const COLOURS = 4;

/** Never rejects; a picture that is not done is passed over. */
export async function keepResult(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const { state } = entry.job.value;
  if (state.at !== 'done') return;
  const { image, placed } = state;
  try {
    const kept: HistoryEntry = {
      version: 1,
      id: entry.id,
      record: image.record,
      caption: entry.caption,
      source: run.source?.name ?? '',
      imageHash: placed?.imageHash ?? null,
      nodeId: placed?.nodeId ?? null,
      width: image.width,
      height: image.height,
      colours: [],
      rating: 0,
      parentId: run.parentId,
    };
    entriesOfResults.value = new Map([...entriesOfResults.value, [kept.id, kept]]);
    await saveEntry(effects, kept, null);
    await whenThrough(run);
    const { thumbnail, colours } = await smallCopy(effects, await readBlob(image.file));
    // Rated meanwhile, or taken out.
    const now = entriesOfResults.value.get(kept.id);
    if (now) await saveEntry(effects, { ...now, colours }, thumbnail);
  } catch (thrown) {
    tellUnsaved(thrown);
  }
}

/** What the history shows of a picture. The colours are those of the small copy: it is decoded in no time. Never rejects. */
export async function smallCopy(effects: Effects, bytes: Uint8Array): Promise<{ readonly thumbnail: Uint8Array | null; readonly colours: readonly string[] }> {
  const never = new AbortController().signal;
  const thumbnail = await effects.pixels.historyThumbnail(bytes, never).catch(() => null);
  const swatches = thumbnail ? await effects.pixels.palette([thumbnail], never).catch(() => []) : [];
  return { thumbnail, colours: swatches.slice(0, COLOURS).map(({ rgb }) => toHex(rgb)) };
}

/** The same rating twice takes it back, and with it what was meant. */
export async function rate(effects: Effects, entry: HistoryEntry, rating: Rating): Promise<void> {
  const isTakenBack = entry.rating === rating;
  const next = isTakenBack ? 0 : rating;
  await saveEntry(effects, { ...entry, rating: next, reasons: isTakenBack || entry.rating === -rating ? [] : (entry.reasons ?? []) }, null);
  learnFromRating(effects, entry, next);
}

/** What of a rated picture was meant; twice takes it back. */
export async function toggleReason(effects: Effects, entry: HistoryEntry, reason: ReasonId): Promise<void> {
  const reasons = entry.reasons ?? [];
  await saveEntry(effects, { ...entry, reasons: reasons.includes(reason) ? reasons.filter((each) => each !== reason) : [...reasons, reason] }, null);
}

function whenThrough(run: Run): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!run.jobs.every(({ job }) => isSettled(job.value.state))) return;
      resolve();
      // An effect cannot be stopped in its first turn, which is at once.
      queueMicrotask(() => stop());
    });
  });
}

/** Into the storage and, where the history is open, into its list. */
export async function saveEntry(effects: Effects, entry: HistoryEntry, thumbnail: Uint8Array | null): Promise<void> {
  const { gone, usedBytes } = await effects.client.call('saveHistory', { entry: { ...entry }, thumbnail });
  historyBytes.value = usedBytes;
  if (entriesOfResults.value.has(entry.id)) entriesOfResults.value = new Map([...entriesOfResults.value, [entry.id, entry]]);
  if (history.value === null) return;
  const rest = history.value.filter(({ id }) => !gone.includes(id));
  const isThere = rest.some(({ id }) => id === entry.id);
  history.value = isThere ? rest.map((each) => (each.id === entry.id ? entry : each)) : [entry, ...rest];
}
