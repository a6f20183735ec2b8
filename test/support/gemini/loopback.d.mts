// Types of the loopback Gemini, which is plain JavaScript so that any Node from 20 on runs it as it is.

export declare const LOOPBACK_KEY: string;

export type LoopbackKind = 'image' | 'text' | 'models' | 'batch';

export type LoopbackJobState = 'BATCH_STATE_PENDING' | 'BATCH_STATE_RUNNING' | 'BATCH_STATE_SUCCEEDED' | 'BATCH_STATE_FAILED' | 'BATCH_STATE_CANCELLED' | 'BATCH_STATE_EXPIRED';

export interface LoopbackJob {
  readonly name: string;
  readonly displayName: string;
  readonly model: string;
  readonly requests: readonly { readonly request: unknown; readonly metadata: { readonly key: string } }[];
  readonly state: LoopbackJobState;
}

export interface LoopbackRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly kind: LoopbackKind;
  readonly model: string | null;
  /** Asked for as server-sent events. */
  readonly isStream: boolean;
  /** Parsed JSON; null when it was none. */
  readonly body: unknown;
  /** Null until it was answered. */
  readonly status: number | null;
  /** The other side left before the answer was out, or the script dropped it. */
  readonly wasAborted: boolean;
}

/** What one request gets instead of the usual answer. Taken in order by the requests it is `for`. */
export interface LoopbackScript {
  /** Only for requests of this kind; any when absent. */
  readonly for?: LoopbackKind;
  /** A failure in Google's shape, unless `body` says otherwise. */
  readonly status?: number;
  readonly error?: {
    readonly status?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly retryDelay?: string;
    readonly violations?: readonly Readonly<Record<string, unknown>>[];
  };
  /** Sent as it is (strings) or as JSON. */
  readonly body?: unknown;
  /** Another text in the usual answer, or made of it: broken, fenced, cut off, empty, in another language. */
  readonly text?: string | ((usual: string) => string);
  /** Changes the usual answer. */
  readonly edit?: (answer: Readonly<Record<string, unknown>>, request: LoopbackRequest) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** The whole body in 20 slices over this time. */
  readonly slowMs?: number;
  /** Between the pieces of a streamed answer. */
  readonly chunkMs?: number;
  /** Most characters of text in one piece of a streamed answer. */
  readonly chunkChars?: number;
  /** Changes the pieces of a streamed answer, each a whole JSON. */
  readonly pieces?: (pieces: readonly object[]) => readonly unknown[];
  /** Never ends: before the first byte, or after half the body (half the pieces of a stream). */
  readonly hang?: 'atOnce' | 'halfway';
  /** Closes the connection: before the first byte, or after half the body (half the pieces of a stream). */
  readonly drop?: 'atOnce' | 'halfway';
}

export interface LoopbackOptions {
  /** A free port when absent. */
  readonly port?: number;
  /** Refuses what Google's CORS and the product's rules refuse; true unless switched off. */
  readonly strict?: boolean;
  readonly keys?: readonly string[];
  readonly latencyMs?: number;
  /** Between the pieces of a streamed answer; 5 unless set. */
  readonly chunkMs?: number;
  readonly script?: readonly LoopbackScript[];
  /** Models that answer 404 and are not listed. */
  readonly hidden?: readonly string[];
  /** Models on a page of the list at most. */
  readonly pageLimit?: number;
  /** Serves HTTPS, by HTTP/2 where the other side speaks it, as Google does. PEM texts. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Requests that it answers: `count` in every `windowMs`, `perDay` in all. More get 429 with RetryInfo, as Google's do. */
  readonly quota?: { readonly count: number; readonly windowMs: number; readonly perDay?: number };
  /** 0 makes a job of the Batch API at once; null waits for `settleJobs`. */
  readonly batchMs?: 0 | null;
  /** How answers of a job come. */
  readonly batchBy?: 'inline' | 'file';
  /** Another painter, where time or bytes matter. */
  readonly paint?: (task: {
    readonly words: string;
    readonly input: Uint8Array | null;
    readonly size: { readonly width: number; readonly height: number };
  }) => Uint8Array;
}

export interface LoopbackGemini {
  readonly port: number;
  /** Base URL, without a path. */
  readonly url: string;
  readonly key: string;
  /** Every request but preflights, in the order in which they came. */
  readonly requests: readonly LoopbackRequest[];
  readonly inFlight: number;
  readonly mostInFlight: number;
  next(...scripts: readonly LoopbackScript[]): void;
  /** Jobs of the Batch API, the oldest first. */
  readonly jobs: readonly LoopbackJob[];
  /** Ends the jobs that are out, or the one of that name: made, unless told otherwise. */
  settleJobs(to?: LoopbackJobState, displayName?: string): void;
  /** Rows of jobs that are made from now on and get an error in place of an answer. */
  refuseInBatch(refuse: (key: string, request: unknown) => { readonly code: number; readonly message: string } | null): void;
  answerBatchesBy(by: 'inline' | 'file'): void;
  /** Forgets scripts, requests and jobs. */
  reset(): void;
  close(): Promise<void>;
}

export declare function startLoopbackGemini(options?: LoopbackOptions): Promise<LoopbackGemini>;
