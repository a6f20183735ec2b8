// The history at work: read, looked at, rated, placed once more, made again, and taken out as a table.
import { VariegateError } from '../../../core/errors.ts';
import { readEntry } from '../../../core/history/entry.ts';
import type { HistoryEntry } from '../../../core/history/entry.ts';
import { textOf } from '../../../core/history/search.ts';
import { runSliced } from '../../images/runSliced.ts';
import { learnAlike } from '../../store/alike.ts';
import { draft } from '../../store/draft.ts';
import { entriesOfResults, history, historyBytes, historyUrls, openedId, picturesHere } from '../../store/history.ts';
import { selection } from '../../store/selection.ts';
import type { Effects } from '../effects.ts';
import { freeze } from '../freeze.ts';
import { loadIntoCreate } from '../loadRecord.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';
import { revoke } from '../thumbnail.ts';

const THUMBNAIL_EDGE = 160;
/** Hashes that are asked of the file in one go. */
const AT_ONCE = 2000;
/** Entries of one message: taking two thousand out of one would hold the window for a tenth of a second. */
const PAGE = 100;
/** Pictures that are put on the page of results in one step. */
const KEPT_AT_ONCE = 500;
/** More than any budget holds. */
const MOST_ENTRIES = 20_000;

/** Reads what this computer has, and which of it this file has. */
export async function loadHistory(effects: Effects): Promise<void> {
  const all: HistoryEntry[] = [];
  for (let from = 0, isLast = false; !isLast && from < MOST_ENTRIES; from += PAGE) {
    const { entries, usedBytes, isEnd } = await effects.client.call('readHistory', { from, count: PAGE });
    all.push(...(await runSliced(readAll(entries), {})));
    historyBytes.value = usedBytes;
    isLast = isEnd;
  }
  history.value = all;
  await lookHere(effects);
}

/** With what a search and a look for alike words take, two thousand need half a second: in slices, so that nothing waits for them. */
function* readAll(stored: readonly unknown[]): Generator<number, readonly HistoryEntry[], void> {
  const read: HistoryEntry[] = [];
  for (const [index, each] of stored.entries()) {
    const entry = readEntry(each);
    if (entry) {
      textOf(entry);
      learnAlike(entry);
      read.push(entry);
    }
    yield (index + 1) / stored.length;
  }
  return read;
}

/** Which pictures the file has now: they can be deleted while the window is open. */
export async function lookHere(effects: Effects): Promise<void> {
  const hashes = [...new Set((history.value ?? []).flatMap(({ imageHash }) => imageHash ?? []))].slice(0, AT_ONCE);
  if (hashes.length === 0) return;
  const { here } = await effects.client.call('arePicturesHere', { hashes });
  picturesHere.value = new Set(hashes.filter((_, index) => here[index]));
}

/** Draws the small copy of an entry that comes into sight; '' where there is none. Never rejects. */
export async function showSmall(effects: Effects, id: string): Promise<void> {
  if (historyUrls.value.has(id)) return;
  const { bytes } = await effects.client.call('readHistoryThumb', { id }).catch(() => ({ bytes: null }));
  const url = bytes ? await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, new AbortController().signal).catch(() => '') : '';
  historyUrls.value = new Map([...historyUrls.value, [id, url]]);
}

/** Lets go of small copies that are out of sight. */
export function hideSmall(id: string): void {
  const url = historyUrls.value.get(id);
  if (url === undefined) return;
  revoke(url);
  historyUrls.value = new Map([...historyUrls.value].filter(([other]) => other !== id));
}

export async function forgetEntries(effects: Effects, ids: readonly string[] | null): Promise<void> {
  const before = history.value ?? [];
  await effects.client.call('forgetHistory', { ids: ids === null ? null : [...ids] });
  history.value = before.filter(({ id }) => ids !== null && !ids.includes(id));
  entriesOfResults.value = new Map([...entriesOfResults.value].filter(([id]) => ids !== null && !ids.includes(id)));
  before.filter(({ id }) => ids === null || ids.includes(id)).forEach(({ id }) => hideSmall(id));
  if (ids === null) historyBytes.value = 0;
  say(ids === null ? 'History cleared; pictures in files stay' : 'Taken out of the history; its picture stays');
}

/** Answers its new layer. Rejects with PICTURE_GONE where this file has the picture no more. */
export async function placeEntry(effects: Effects, entry: HistoryEntry): Promise<string> {
  const { bytes } = entry.imageHash === null ? { bytes: null } : await effects.client.call('readPicture', { hash: entry.imageHash });
  if (!bytes) throw new VariegateError('PICTURE_GONE', { name: nameOf(entry) });
  const { nodeId } = await effects.client.call('placeBeside', { source: null, size: { width: entry.width, height: entry.height }, bytes, name: nameOf(entry), recipe: entry.record });
  await effects.client.call('showNode', { nodeId });
  say(`${nameOf(entry)} is on the canvas`);
  return nodeId;
}

/** Onto the canvas, and from there as the source of variants; the words that are written stay. */
export async function varyEntry(effects: Effects, entry: HistoryEntry): Promise<void> {
  const nodeId = await placeEntry(effects, entry);
  selection.value = await effects.client.call('summarise', { nodeIds: [nodeId] });
  draft.value = { ...draft.value, recipe: 'variants', exactPrompt: null };
  say(`Variants start from ${nameOf(entry)}`);
}

/** What this file has of the history, onto a page of its own: what no layer shows, Figma lets go of sooner or later. */
export async function keepInFile(effects: Effects): Promise<void> {
  await lookHere(effects);
  const pictures = (history.value ?? []).flatMap((entry) => (entry.imageHash !== null && picturesHere.value.has(entry.imageHash) ? [{ hash: entry.imageHash, name: nameOf(entry), width: entry.width, height: entry.height }] : []));
  const { kept } = await effects.client.call('keepPictures', { pictures: pictures.slice(0, KEPT_AT_ONCE) });
  say(kept === 0 ? 'Every picture of this file is on the page Variegate results' : `${kept === 1 ? '1 picture' : `${kept} pictures`} put on the page Variegate results`);
}

/** The same words, model and size once more, from the same layers where they are still there. Rejects with what stands in the way. */
export async function runAgain(effects: Effects, entry: HistoryEntry): Promise<void> {
  const { record } = entry;
  const lost = record.inputs.filter(({ role }) => role !== 'source' && role !== 'sketch');
  loadIntoCreate(record);
  if (record.sourceIds.length > 0) selection.value = await effects.client.call('summarise', { nodeIds: record.sourceIds });
  if (lost.length > 0) return say(`Loaded into Create; its ${lost.length === 1 ? 'reference' : `${lost.length} references`} must be added again`);
  draft.value = { ...draft.value, count: 1, references: [] };
  await startRun(effects, { ...freeze(effects.nextId('run')), parentId: entry.id, mayReuse: false });
}

/** Opens or closes the whole recipe. */
export function toggleRecipe(id: string): void {
  openedId.value = openedId.value === id ? null : id;
}

function nameOf({ caption, source }: HistoryEntry): string {
  return source === '' ? caption : `${source} · ${caption}`;
}
