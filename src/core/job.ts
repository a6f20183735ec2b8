// The life of one picture: queued, waiting, running, placing, done; failed and cancelled can be tried again. A pure reducer.
import type { ErrorCode, ErrorData } from './errors.ts';
import type { GenerationRequest } from './request.ts';

/** Where a picture came to lie in the document. */
export interface Placed {
  readonly nodeId: string;
  readonly how: 'slot' | 'beside' | 'replaced';
  /** Of the picture in the file. */
  readonly imageHash: string;
}

/** Why a request is held back. `untilMs` is null where nobody knows: it waits for the network. */
export interface Wait {
  readonly code: ErrorCode;
  readonly untilMs: number | null;
  /** Which service asked for it, where it is not Gemini. */
  readonly service?: string;
}

/** Each state carries only what exists then. `Image` is what the UI keeps of an arrived picture. */
export type JobState<Image> =
  | { readonly at: 'queued' }
  | { readonly at: 'waiting'; readonly wait: Wait }
  | { readonly at: 'running'; readonly startedMs: number; readonly part: number }
  | { readonly at: 'placing'; readonly image: Image }
  | { readonly at: 'done'; readonly image: Image; readonly placed: Placed | null; readonly placeError: ErrorData | null }
  | { readonly at: 'failed'; readonly error: ErrorData }
  | { readonly at: 'cancelled'; readonly maybeCharged: boolean };

export type JobEvent<Image> =
  | { readonly is: 'heldBack'; readonly wait: Wait }
  /** The request is out: from here on it may be charged. */
  | { readonly is: 'started'; readonly nowMs: number }
  | { readonly is: 'progressed'; readonly part: number }
  | { readonly is: 'arrived'; readonly image: Image }
  | { readonly is: 'placed'; readonly placed: Placed }
  | { readonly is: 'kept'; readonly error: ErrorData | null }
  | { readonly is: 'unplaced' }
  | { readonly is: 'failed'; readonly error: ErrorData }
  | { readonly is: 'cancelled'; readonly maybeCharged: boolean }
  | { readonly is: 'retried' };

export interface Job<Image> {
  readonly request: GenerationRequest;
  readonly state: JobState<Image>;
}

/** The job after an event; the very same job when the event does not fit its state. Never throws. */
export function step<Image>(job: Job<Image>, event: JobEvent<Image>): Job<Image> {
  const state = next(job.state, event);
  return state === job.state ? job : { ...job, state };
}

/** A finished job with another picture in place of its own; the very same job in every other state. */
export function revised<Image>(job: Job<Image>, image: Image): Job<Image> {
  return job.state.at === 'done' ? { ...job, state: { ...job.state, image } } : job;
}

/** True while nothing more will happen by itself. */
export function isSettled(state: JobState<unknown>): boolean {
  return state.at === 'done' || state.at === 'failed' || state.at === 'cancelled';
}

/** The picture of a job in any state that has one. */
export function imageOf<Image>(state: JobState<Image>): Image | null {
  return state.at === 'placing' || state.at === 'done' ? state.image : null;
}

function next<Image>(state: JobState<Image>, event: JobEvent<Image>): JobState<Image> {
  switch (event.is) {
    case 'heldBack':
      return isPending(state) ? { at: 'waiting', wait: event.wait } : state;
    case 'started':
      return state.at === 'queued' || state.at === 'waiting' ? { at: 'running', startedMs: event.nowMs, part: 0 } : state;
    case 'progressed':
      return state.at === 'running' && event.part > state.part ? { ...state, part: Math.min(1, event.part) } : state;
    case 'arrived':
      return mayArrive(state) ? { at: 'placing', image: event.image } : state;
    case 'placed':
      return hasImage(state) ? { at: 'done', image: state.image, placed: event.placed, placeError: null } : state;
    case 'kept':
      return state.at === 'placing' ? { at: 'done', image: state.image, placed: null, placeError: event.error } : state;
    case 'unplaced':
      return state.at === 'done' ? { ...state, placed: null } : state;
    case 'failed':
      return isPending(state) ? { at: 'failed', error: event.error } : state;
    case 'cancelled':
      return isPending(state) ? { at: 'cancelled', maybeCharged: event.maybeCharged } : state;
    case 'retried':
      return state.at === 'failed' || state.at === 'cancelled' ? { at: 'queued' } : state;
  }
}

function isPending({ at }: JobState<unknown>): boolean {
  return at === 'queued' || at === 'waiting' || at === 'running';
}

// A picture that arrives after it was cancelled was paid for, so it is kept.
function mayArrive(state: JobState<unknown>): boolean {
  return state.at === 'running' || (state.at === 'cancelled' && state.maybeCharged);
}

function hasImage<Image>(state: JobState<Image>): state is Extract<JobState<Image>, { image: Image }> {
  return state.at === 'placing' || state.at === 'done';
}
