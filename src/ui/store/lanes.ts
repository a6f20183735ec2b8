// The lines in which requests wait, one for each model. They live as long as the window; what a service taught is remembered longer.
import { effect, signal, untracked } from '@preact/signals';
import { createLane } from '../../core/lane.ts';
import type { Lane, LaneKind } from '../../core/lane.ts';
import type { ProviderId } from '../../core/model.ts';
import { settings } from './session.ts';

const lanes = new Map<string, Lane>();

/** How many at once each model was found to bear, by "provider/model". */
export const learntPaces = signal<Readonly<Record<string, number>>>({});

/** True while nothing new starts; what is out goes on. */
export const isPaused = signal(false);

export function laneOf(provider: ProviderId, model: string): Lane {
  const name = `${provider}/${model}`;
  const known = lanes.get(name);
  if (known) return known;
  const { requestsAtOnce, paces } = settings.value;
  const lane = createLane({ limit: paces[name] ?? requestsAtOnce, onLimit: (limit) => (learntPaces.value = { ...learntPaces.value, [name]: limit }) });
  if (isPaused.value) lane.pause();
  lanes.set(name, lane);
  return lane;
}

/** What the work answers; null where `signal` took it out of the line before its turn. Rejects as the work does. */
export function inLane<Answer>(lane: Lane, place: { readonly id: string; readonly kind: LaneKind; readonly signal: AbortSignal }, work: () => Promise<Answer>): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      if (lane.leave(place.id)) resolve(null);
    };
    lane.enter(place.id, place.kind, (done) => {
      place.signal.removeEventListener('abort', leave);
      void work().then(resolve, reject).finally(done);
    });
    if (place.signal.aborted) leave();
    else place.signal.addEventListener('abort', leave, { once: true });
  });
}

export function pauseLanes(): void {
  isPaused.value = true;
  lanes.forEach((lane) => lane.pause());
}

export function resumeLanes(): void {
  isPaused.value = false;
  lanes.forEach((lane) => lane.resume());
}

/** Moves what waits to the front or the back of its line; false when it waits nowhere. */
export function moveInLane(id: string, where: 'front' | 'back'): boolean {
  return [...lanes.values()].some((lane) => lane.move(id, where));
}

/** Forgets every line, for tests: a window has one set of them. */
export function forgetLanes(): void {
  lanes.clear();
  learntPaces.value = {};
  isPaused.value = false;
}

// Another number in Settings is where every line begins anew.
let chosen = settings.value.requestsAtOnce;
effect(() => {
  const { requestsAtOnce } = settings.value;
  if (requestsAtOnce === chosen) return;
  chosen = requestsAtOnce;
  untracked(() => {
    lanes.forEach((lane) => lane.setLimit(requestsAtOnce));
    learntPaces.value = {};
  });
});
