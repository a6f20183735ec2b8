// Rows in overnight jobs: small enough to be fetched and to be kept, found again by name, never in two places.
import { describe, expect, it } from 'vitest';
import { JOB_BYTES, afterList, mostInJob, readOvernight, splitIntoJobs, withState } from '../../../src/core/batch/overnight.ts';
import type { Job } from '../../../src/core/batch/overnight.ts';
import { utf8Bytes } from '../../../src/core/dataEntry.ts';
import { someHead, someUnit } from '../../support/batch.ts';

const rows = (count: number, text = 'x') => Array.from({ length: count }, (_, at) => ({ at, unit: someUnit({ text: `${text} ${at}`, rows: [at] }) }));
const job = (patch: Partial<Job> = {}): Job => ({ displayName: 'variegate/batch-1/0', name: null, state: 'sending', rows: rows(2), ...patch });

describe('jobs', () => {
  it('[OV1] hold twenty pictures, five at 4K, in order, under names that never repeat', () => {
    const jobs = splitIntoJobs('b', '1K', rows(45), 3) ?? [];
    expect(jobs.map((each) => [each.displayName, each.rows.length, each.state])).toEqual([['variegate/b/3', 20, 'planned'], ['variegate/b/4', 20, 'planned'], ['variegate/b/5', 5, 'planned']]);
    expect(jobs.flatMap((each) => each.rows.map(({ at }) => at))).toEqual(Array.from({ length: 45 }, (_, at) => at));
    expect([mostInJob('2K'), mostInJob('4K')]).toEqual([20, 5]);
  });

  it('[OV2] never outgrow what an entry of the document takes, in bytes', () => {
    const jobs = splitIntoJobs('b', '1K', rows(40, '日'.repeat(5000))) ?? [];
    expect(jobs.length).toBeGreaterThan(7);
    for (const each of jobs) expect(utf8Bytes(JSON.stringify(each.rows))).toBeLessThanOrEqual(JOB_BYTES + 2);
    expect(splitIntoJobs('b', '1K', rows(1, 'x'.repeat(90_000)))).toBeNull();
  });

  it('[OV3] are read back; damaged ones and those of another batch are left out, and a row in two jobs is of the later', () => {
    const again = job({ displayName: 'variegate/batch-1/1', rows: rows(1) });
    const read = readOvernight({ head: someHead(), jobs: [job(), again, { displayName: 'variegate/batch-1/2' }, job({ displayName: 'variegate/old/0' })] });
    expect(read?.jobs.map(({ displayName, rows: each }) => [displayName, each.map(({ at }) => at)])).toEqual([['variegate/batch-1/0', [1]], ['variegate/batch-1/1', [0]]]);
    expect([readOvernight({ head: null, jobs: [job()] }), readOvernight({ head: { version: 9 }, jobs: [] })]).toEqual([null, null]);
  });
});

describe('what the service lists', () => {
  const listed = (state: 'out' | 'ready' | 'failed' | 'cancelled' | 'expired') => afterList(job(), { name: 'batches/1', state }, true);

  it('[OV4] finds a job that was being sent by its name, and only a whole list without it says that it never left', () => {
    expect(listed('out')).toMatchObject({ name: 'batches/1', state: 'out' });
    expect(listed('ready')).toMatchObject({ name: 'batches/1', state: 'ready' });
    expect(afterList(job(), undefined, true)).toMatchObject({ state: 'planned', name: null });
    expect(afterList(job(), undefined, false)).toEqual(job());
    expect(afterList(job({ state: 'out', name: 'batches/1' }), undefined, true)).toMatchObject({ state: 'out', name: 'batches/1' });
  });

  it('[OV5] says why rows of a job that is over have no picture; what is placed stays placed, what is over stays over', () => {
    const done = { at: 7, unit: someUnit({ state: 'done', placedId: '1:9' }) };
    const whys = (['failed', 'cancelled', 'expired'] as const).map((state) => afterList(job({ rows: [...rows(1), done] }), { name: 'batches/1', state }, true).rows.map(({ unit }) => [unit.state, unit.error]));
    expect(whys).toEqual([[['failed', 'OVERNIGHT_FAILED'], ['done', null]], [['failed', 'CANCELLED'], ['done', null]], [['failed', 'OVERNIGHT_EXPIRED'], ['done', null]]]);
    expect(afterList(job({ state: 'over' }), { name: 'batches/1', state: 'out' }, true).state).toBe('over');
    expect(withState(done, 'waiting', null)).toEqual(done);
  });
});
