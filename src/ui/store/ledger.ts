// Money: what each run of this session spent, what is on its way, and whether a limit would be passed. All in USD.
import { computed, signal } from '@preact/signals';
import type { ErrorCode } from '../../core/errors.ts';
import { imageModel } from '../../core/model.ts';
import type { GenerationRequest } from '../../core/request.ts';
import { allJobs, preparing } from './runs.ts';
import { settings, spentToday } from './session.ts';

type Sums = Readonly<Record<string, number>>;

export const spentByRun = signal<Sums>({});

/** Estimates of the requests that are out, by run. */
export const reservedByRun = signal<Sums>({});

/** Everything that runs of now may still spend: requests that are out, and pictures that wait for their turn. */
const committedUsd = computed(
  () =>
    total(reservedByRun.value) +
    preparing.value.reduce((sum, run) => sum + run.usd, 0) +
    allJobs.value.reduce((sum, { job }) => sum + (isAhead(job.value.state.at) ? priceOf(job.value.request) : 0), 0),
);

export function reserve(runId: string, usd: number): () => void {
  reservedByRun.value = add(reservedByRun.value, runId, usd);
  let isOpen = true;
  return () => {
    if (isOpen) reservedByRun.value = add(reservedByRun.value, runId, -usd);
    isOpen = false;
  };
}

export function addRunSpend(runId: string, usd: number): void {
  spentByRun.value = add(spentByRun.value, runId, usd);
}

/** The table's price of the picture that a request asks for; 0 where it is not known. */
export function priceOf({ model, sizeClass }: Pick<GenerationRequest, 'model' | 'sizeClass'>): number {
  return imageModel(model)?.imageUsd[sizeClass] ?? 0;
}

/** The limit that one more request would pass, counting those that are out; null when none. A limit of 0 is none. */
export function limitPassed(runId: string, usd: number, today: string): ErrorCode | null {
  const ofRun = (spentByRun.value[runId] ?? 0) + (reservedByRun.value[runId] ?? 0);
  return passed(ofRun + usd, total(reservedByRun.value) + usd, usd, today);
}

/** The same for a whole run before it starts, counting everything that other runs may still spend. */
export function limitPassedByRun(usd: number, today: string): ErrorCode | null {
  return passed(usd, committedUsd.value + usd, usd, today);
}

/** The day of a time as ISO date, in the designer's own time zone: "today" in limits is their day. */
export function dayOf(nowMs: number): string {
  const date = new Date(nowMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// What costs nothing passes no limit, however much was spent before.
function passed(runUsd: number, aheadUsd: number, usd: number, today: string): ErrorCode | null {
  const { limitPerRunUsd, limitPerDayUsd } = settings.value;
  const spent = spentToday.value.day === today ? spentToday.value.usd : 0;
  if (usd === 0) return null;
  if (limitPerRunUsd > 0 && runUsd > limitPerRunUsd) return 'LIMIT_RUN';
  return limitPerDayUsd > 0 && spent + aheadUsd > limitPerDayUsd ? 'LIMIT_DAY' : null;
}

function isAhead(at: string): boolean {
  return at === 'queued' || at === 'waiting';
}

function add(sums: Sums, key: string, usd: number): Sums {
  return { ...sums, [key]: (sums[key] ?? 0) + usd };
}

function total(sums: Sums): number {
  return Object.values(sums).reduce((sum, usd) => sum + usd, 0);
}
