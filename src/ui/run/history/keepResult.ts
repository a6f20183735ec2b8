// Every result enters the history when it has settled: its recipe, a small copy, its colours and what it came from. Nobody waits for
// it, and what cannot be remembered is said once.
import { toHex } from '../../../core/colour.ts';
import type { HistoryEntry } from '../../../core/history/entry.ts';
import { history, historyBytes } from '../../store/history.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { tellUnsaved } from '../unsaved.ts';

const COLOURS = 4;

/** Never rejects; a picture that is not done is passed over. */
export async function keepResult(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const { state } = entry.job.value;
  if (state.at !== 'done') return;
  const { image, placed } = state;
  try {
    const bytes = await readBlob(image.file);
    const never = new AbortController().signal;
    const thumbnail = await effects.pixels.historyThumbnail(bytes, never).catch(() => null);
    const swatches = await effects.pixels.palette([bytes], never).catch(() => []);
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
      colours: swatches.slice(0, COLOURS).map(({ rgb }) => toHex(rgb)),
      rating: 0,
      parentId: run.parentId,
    };
    await saveEntry(effects, kept, thumbnail);
  } catch (thrown) {
    tellUnsaved(thrown);
  }
}

/** Into the storage and, where the history is open, into its list. */
export async function saveEntry(effects: Effects, entry: HistoryEntry, thumbnail: Uint8Array | null): Promise<void> {
  const { gone, usedBytes } = await effects.client.call('saveHistory', { entry: { ...entry }, thumbnail });
  historyBytes.value = usedBytes;
  if (history.value === null) return;
  const rest = history.value.filter(({ id }) => !gone.includes(id));
  const isThere = rest.some(({ id }) => id === entry.id);
  history.value = isThere ? rest.map((each) => (each.id === entry.id ? entry : each)) : [entry, ...rest];
}
