import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageOf, isSettled, step } from '../../src/core/job.ts';
import type { Job, JobEvent } from '../../src/core/job.ts';
import { aRequest } from '../support/request.ts';

type Picture = { readonly id: number };
const queued: Job<Picture> = { request: aRequest(), state: { at: 'queued' } };
const error = { code: 'RATE_LIMITED', details: {} } as const;
const EVENTS: readonly JobEvent<Picture>[] = [
  { is: 'started', nowMs: 1 },
  { is: 'progressed', part: 0.5 },
  { is: 'arrived', image: { id: 1 } },
  { is: 'placed', placed: { nodeId: '1:2', how: 'slot', imageHash: 'h' } },
  { is: 'kept', error: null },
  { is: 'unplaced' },
  { is: 'failed', error },
  { is: 'cancelled', maybeCharged: true },
  { is: 'retried' },
  { is: 'heldBack', wait: { code: 'OFFLINE', untilMs: null } },
];
const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 });

describe('a job', () => {
  it('[JO1] goes from queued through running and placing to done', () => {
    const states = EVENTS.slice(0, 4).reduce<Job<Picture>[]>((jobs, event) => [...jobs, step(jobs[jobs.length - 1] ?? queued, event)], []);
    expect(states.map((job) => job.state.at)).toEqual(['running', 'running', 'placing', 'done']);
  });

  it('[JO9] can be held back before and between its tries, and is not out while it waits', () => {
    const held = step(step(step(queued, { is: 'started', nowMs: 1 }), { is: 'heldBack', wait: { code: 'RATE_LIMITED', untilMs: 5 } }), { is: 'arrived', image: { id: 1 } });
    expect(held.state).toEqual({ at: 'waiting', wait: { code: 'RATE_LIMITED', untilMs: 5 } });
    expect(step(held, { is: 'started', nowMs: 9 }).state).toMatchObject({ at: 'running', startedMs: 9 });
    expect(isSettled(held.state)).toBe(false);
  });

  it('[JO2] does not change, not even its identity, for an event that does not fit', () => {
    for (const event of EVENTS.slice(1, 6)) expect(step(queued, event)).toBe(queued);
  });

  it('[JO3] never loses a picture that arrived, whatever comes after', () => {
    fc.assert(
      fc.property(events, (list) => {
        let job = queued;
        let held: Picture | null = null;
        for (const event of list) {
          job = step(job, event);
          held = held ?? imageOf(job.state);
          expect(imageOf(job.state)).toBe(held);
        }
      }),
    );
  });

  it('[JO4] can be tried again only when it failed or was cancelled', () => {
    const failed = step(queued, { is: 'failed', error });
    expect(step(failed, { is: 'retried' }).state).toEqual({ at: 'queued' });
    const done = EVENTS.slice(0, 4).reduce(step, queued);
    expect(step(done, { is: 'retried' })).toBe(done);
  });

  it('[JO5] keeps the picture and the reason when placing failed, and can be placed later', () => {
    const kept = [EVENTS[0], EVENTS[2], { is: 'kept', error } as const].reduce((job, event) => (event ? step(job, event) : job), queued);
    expect(kept.state).toMatchObject({ at: 'done', placed: null, placeError: error, image: { id: 1 } });
    expect(step(kept, { is: 'placed', placed: { nodeId: '9', how: 'beside', imageHash: 'h' } }).state).toMatchObject({ placed: { nodeId: '9' }, placeError: null });
  });

  it('[JO6] is settled exactly when nothing more happens by itself', () => {
    expect(isSettled(queued.state)).toBe(false);
    expect(isSettled(step(queued, { is: 'cancelled', maybeCharged: false }).state)).toBe(true);
  });

  it('[JO8] keeps a picture that arrives after it was cancelled, because it was paid for', () => {
    const cancelled = [EVENTS[0], EVENTS[7]].reduce((job, event) => (event ? step(job, event) : job), queued);
    expect(step(cancelled, { is: 'arrived', image: { id: 2 } }).state).toEqual({ at: 'placing', image: { id: 2 } });
    expect(step(step(queued, { is: 'cancelled', maybeCharged: false }), { is: 'arrived', image: { id: 2 } }).state.at).toBe('cancelled');
  });

  it('[JO7] shows progress that only grows and stays within 1', () => {
    const running = step(queued, { is: 'started', nowMs: 5 });
    const half = step(running, { is: 'progressed', part: 0.5 });
    expect(step(half, { is: 'progressed', part: 0.2 })).toBe(half);
    expect(step(half, { is: 'progressed', part: 7 }).state).toMatchObject({ part: 1 });
  });
});
