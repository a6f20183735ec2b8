// The line in which requests wait: order, what the service teaches, and that a click never stands behind a batch.
import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE, createLane } from '../../src/core/lane.ts';
import type { Lane, LaneKind } from '../../src/core/lane.ts';

/** A lane and what started in it, in order; each is ended by its name. */
function started(limit: number) {
  const limits: number[] = [];
  const lane = createLane({ limit, onLimit: (next) => limits.push(next) });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const enter = (id: string, kind: LaneKind = 'hand') =>
    lane.enter(id, kind, (done) => {
      begun.push(id);
      ends.set(id, done);
    });
  return { lane, begun, limits, enter, end: (id: string) => ends.get(id)?.() };
}

const enterAll = (enter: (id: string, kind?: LaneKind) => void, ids: string, kind?: LaneKind) => [...ids].forEach((id) => enter(id, kind));

describe('a lane', () => {
  it('[QU1] starts in order, as many at once as it may, and the next when one is over', () => {
    const { begun, enter, end, lane } = started(2);
    enterAll(enter, 'abcd');
    expect([begun.join(''), lane.waiting().join('')]).toEqual(['ab', 'cd']);
    end('b');
    end('b');
    expect([begun.join(''), lane.running]).toEqual(['abc', 2]);
  });

  it('[QU2] a click starts at once beside a batch that fills the lane, and goes before the rows that wait', () => {
    const { begun, enter, end, lane } = started(2);
    enterAll(enter, '12345', 'batch');
    enterAll(enter, 'abc');
    expect([begun.join(''), lane.waiting().join('')]).toEqual(['12ab', 'c345']);
    end('1');
    expect(begun.join('')).toBe('12ab');
    end('a');
    expect(begun.join('')).toBe('12abc');
    ['b', 'c', '2'].forEach(end);
    expect(begun.join('')).toBe('12abc34');
  });

  it('[QU3] one that waits can leave, go to the front and to the back; one that started cannot', () => {
    const { begun, enter, end, lane } = started(1);
    enterAll(enter, 'abcde');
    expect([lane.move('d', 'front'), lane.move('b', 'back'), lane.leave('c'), lane.move('a', 'front'), lane.leave('a'), lane.leave('x')]).toEqual([true, true, true, false, false, false]);
    expect(lane.waiting().join('')).toBe('deb');
    ['a', 'd', 'e'].forEach(end);
    expect(begun.join('')).toBe('adeb');
  });

  it('[QU4] paused it lets what is out go on and starts nothing; resumed it goes on', () => {
    const { begun, enter, end, lane } = started(1);
    enterAll(enter, 'abc');
    lane.pause();
    end('a');
    expect([begun.join(''), lane.isPaused, lane.running]).toEqual(['a', true, 0]);
    lane.resume();
    expect(begun.join('')).toBe('ab');
  });

  it('[QU5] one more at once for each full round of answers, half as many on a refusal, never under 1 nor over the most', () => {
    const { lane, limits } = started(2);
    const answers = (count: number) => Array.from({ length: count }).forEach(() => lane.answered());
    answers(2);
    expect(lane.limit).toBe(3);
    answers(3);
    expect(lane.limit).toBe(4);
    lane.refused(10, 20);
    expect(lane.limit).toBe(2);
    [30, 40, 50].forEach((at) => lane.refused(at, at));
    expect(lane.limit).toBe(1);
    answers(200);
    expect([lane.limit, limits]).toEqual([MOST_AT_ONCE, [3, 4, 2, 1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  it('[QU6] requests that were out when the service refused teach nothing twice', () => {
    const { lane } = started(8);
    lane.refused(100, 150);
    [100, 120, 149, 150].forEach((sentMs) => lane.refused(sentMs, 160));
    expect(lane.limit).toBe(4);
    lane.refused(151, 170);
    expect(lane.limit).toBe(2);
  });

  it('[QU7] a higher limit starts what waits at once', () => {
    const { begun, enter, lane } = started(1);
    enterAll(enter, 'abcd');
    lane.setLimit(3);
    expect(begun.join('')).toBe('abc');
  });

  it('[QU8] ten thousand go through in order', () => {
    const order: number[] = [];
    const lane: Lane = createLane({ limit: 4 });
    const ends: (() => void)[] = [];
    for (let index = 0; index < 10_000; index += 1) lane.enter(`${index}`, 'batch', (done) => void (order.push(index), ends.push(done)));
    for (let end = ends.shift(); end; end = ends.shift()) end();
    expect([order.length, order.every((value, index) => value === index), lane.running]).toEqual([10_000, true, 0]);
  });
});
