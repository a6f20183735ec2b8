// An overnight batch in the document: a head, an entry for each job, and who is placing at the moment. Plain plugin data of the file's
// root, so that whoever opens the file can place what was made.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { fitsEntry } from '../core/dataEntry.ts';
import * as z from '../core/z.ts';
import { placeRow } from './batch.ts';
import type { Owner } from './marker.ts';
import { aside } from './write.ts';

const HEAD = 'overnight';
const HAND = 'overnightHand';
const jobKey = (index: number) => `${HEAD}:${index}`;
const MOST_JOBS = 2500;
/** A hand that was not heard of for so long has let go. */
const HAND_MS = 120_000;

const handSchema = z.object({ by: z.string(), atMs: z.number() });
const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ at: z.int(), unit: z.looseObject({ state: z.string() }) })) });

export interface OvernightKeeper {
  isThere(): boolean;
  read(): CallOutput<'readOvernight'>;
  save(input: CallInput<'saveOvernight'>): Record<string, never>;
  saveJob(input: CallInput<'saveOvernightJob'>): Record<string, never>;
  forget(): Record<string, never>;
  /** False while another computer places. */
  isFree(): CallOutput<'isOvernightFree'>;
  placeRow(input: CallInput<'placeOvernightRow'>): Promise<CallOutput<'placeOvernightRow'>>;
  /** Puts back what an undo took away: names of jobs that are paid for. At the plugin's end, so without waiting. */
  secure(): void;
}

/** All but reading fails with READ_ONLY where the file cannot be edited. */
export function createOvernightKeeper(owner: Owner): OvernightKeeper {
  /** What this start of the plugin wrote and did not take away. */
  const written = new Map<string, string>();

  const write = (key: string, text: string) => {
    if (!fitsEntry(text)) throw new VariegateError('BATCH_TOO_LARGE');
    aside(() => figma.root.setPluginData(key, text));
    written.set(key, text);
  };
  const readJob = (index: number): unknown => parse(figma.root.getPluginData(jobKey(index)));
  const isFree = (): boolean => {
    const hand = z.safeParse(handSchema, parse(figma.root.getPluginData(HAND)));
    return !hand.success || hand.data.by === owner.owner || Date.now() - hand.data.atMs >= HAND_MS;
  };

  return {
    isThere: () => figma.root.getPluginData(HEAD) !== '',
    read() {
      const head = parse(figma.root.getPluginData(HEAD)) ?? null;
      const jobs: unknown[] = [];
      for (let index = 0; head !== null && index < MOST_JOBS; index += 1) {
        const job = readJob(index);
        if (job === undefined) break;
        jobs.push(job);
      }
      return { head, jobs };
    },
    save({ head }) {
      write(HEAD, JSON.stringify(head));
      return {};
    },
    saveJob({ index, job }) {
      write(jobKey(index), JSON.stringify(job));
      return {};
    },
    forget() {
      written.clear();
      aside(() => {
        for (const key of figma.root.getPluginDataKeys()) if (key.startsWith(HEAD)) figma.root.setPluginData(key, '');
      });
      return {};
    },
    isFree: () => ({ isFree: isFree() }),
    async placeRow({ job: index, at, ...row }) {
      if (!isFree()) throw new VariegateError('OVERNIGHT_ELSEWHERE');
      const before = z.safeParse(rowsSchema, readJob(index));
      const found = before.success ? before.data.rows.find((each) => each.at === at) : undefined;
      if (!before.success || !found || found.unit.state === 'done') return { placed: null };
      // In the step that places the picture: an undo brings all of it back to before, and no step of its own does nothing to be seen.
      const placed = await placeRow(row, owner, ({ nodeId }) => {
        const rows = before.data.rows.map((each) => (each.at === at ? { ...each, unit: { ...each.unit, state: 'done', error: null, placedId: nodeId, usd: row.recipe.costUsd } } : each));
        const isOver = rows.every(({ unit }) => unit.state === 'done');
        const text = JSON.stringify({ ...before.data, rows, ...(isOver ? { state: 'over' } : {}) });
        figma.root.setPluginData(HAND, JSON.stringify({ by: owner.owner, atMs: Date.now() }));
        figma.root.setPluginData(jobKey(index), text);
        written.set(jobKey(index), text);
      });
      return { placed };
    },
    secure() {
      for (const [key, text] of written) {
        try {
          if (figma.root.getPluginData(key) === '') figma.root.setPluginData(key, text);
        } catch {
          return;
        }
      }
    },
  };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
}
