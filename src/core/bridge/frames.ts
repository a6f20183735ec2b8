// The frames on the wire. Every call is answered by exactly one `done` or `failed`, also after a cancel; ids are a counter.
import * as z from '../z.ts';
import { isErrorCode } from '../errors.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';

/** Marks our frames among whatever else arrives on a window; both ends ignore everything without it. */
export const MARK = 'variegate';

// Both are made when the first frame arrives: each half needs only one, and schemas take time at the start.
export const toSandbox = z.lazy(() => {
  const { mark, id } = common();
  return z.discriminatedUnion('kind', [
    z.object({ mark, kind: z.literal('call'), id, name: z.string(), input: z.unknown() }),
    z.object({ mark, kind: z.literal('cancel'), id }),
  ]);
});

export const toUi = z.lazy(() => {
  const { mark, id } = common();
  const error = makeErrorData();
  return z.discriminatedUnion('kind', [
    z.object({ mark, kind: z.literal('progress'), id, value: z.unknown() }),
    z.object({ mark, kind: z.literal('done'), id, output: z.unknown() }),
    z.object({ mark, kind: z.literal('failed'), id, error }),
    z.object({ mark, kind: z.literal('event'), name: z.string(), value: z.unknown() }),
  ]);
});

function common() {
  return { mark: z.literal(MARK), id: z.int().check(z.minimum(1)) };
}

function makeErrorData() {
  return z.object({
    code: z.custom<ErrorCode>(isErrorCode, 'unknown error code'),
    details: z.object({
      name: z.optional(z.string()),
      cause: z.optional(z.string()),
      retryAfterMs: z.optional(z.number()),
    }),
  });
}

export type FrameToSandbox = z.infer<typeof toSandbox>;
export type FrameToUi = z.infer<typeof toUi>;

/** Error details as they came over the wire, with absent members left out. */
export function errorFromFrame(error: Extract<FrameToUi, { kind: 'failed' }>['error']): ErrorData {
  const { name, cause, retryAfterMs } = error.details;
  return {
    code: error.code,
    details: {
      ...(name === undefined ? {} : { name }),
      ...(cause === undefined ? {} : { cause }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  };
}

interface Call {
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
  readonly progress?: z.ZodMiniType;
}

/** Any table of calls; CALLS of contract.ts is the plugin's. Tests bring their own. */
export type Calls = Readonly<Record<string, Call>>;
export type Events = Readonly<Record<string, z.ZodMiniType>>;

export type InputOf<C extends Call> = z.infer<C['input']>;
export type OutputOf<C extends Call> = z.infer<C['output']>;
export type ProgressOf<C extends Call> = C['progress'] extends z.ZodMiniType ? z.infer<C['progress']> : never;

/** The first thing wrong with a value, with the path of its field: "slots.2.width: expected number". */
export function firstIssue(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'unknown field';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
