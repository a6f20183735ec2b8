// An HTTP failure of the Gemini API as one of our errors: by status and the body's own codes, never by message text.
import * as z from '../../../core/z.ts';
import { cleanText } from '../../../core/prompt.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';

export interface ApiFailure {
  readonly status: number;
  /** The body as it came: mostly JSON, but proxies answer HTML. Holds no key any more. */
  readonly body: string;
  /** What was asked of; null for the list of models. */
  readonly model: string | null;
  readonly wants: 'image' | 'text' | 'models' | 'job';
}

// https://cloud.google.com/apis/design/errors, read 2026-11-22. A part that has another shape is left out, alone.
const makeDetail = () => {
  const text = optionalText();
  const violation = z.object({ quotaId: text, quotaMetric: text, quotaValue: text });
  return z.object({
    reason: text,
    retryDelay: text,
    metadata: z.catch(z.optional(z.object({ quota_limit_value: text })), undefined),
    violations: z.catch(z.optional(z.array(z.catch(violation, {}))), undefined),
  });
};
const errorBody = z.lazy(() => {
  const text = optionalText();
  const details = z.catch(z.optional(z.array(z.catch(makeDetail(), {}))), undefined);
  return z.object({ error: z.object({ status: text, message: text, details }) });
});
const optionalText = () => z.catch(z.optional(z.string()), undefined);

type Detail = z.infer<ReturnType<typeof makeDetail>>;
interface Facts {
  readonly status: string;
  readonly message: string;
  readonly details: readonly Detail[];
}

const KEY_REASONS: readonly string[] = ['API_KEY_INVALID', 'API_KEY_EXPIRED'];

/** Every HTTP failure has a code; one that Google has not documented is UNKNOWN_REASON and shown by its name. */
export function mapApiError(failure: ApiFailure): VariegateError {
  const facts = readFacts(failure.body);
  const code = codeOf(failure, facts);
  const name = nameOf(code, failure, facts);
  const wait = facts.details.map((entry) => delayMs(entry.retryDelay)).find((delay) => delay !== undefined);
  return new VariegateError(code, {
    cause: causeOf(failure, facts),
    ...(name === undefined ? {} : { name }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** "34s" and "0.5s" as milliseconds; undefined for anything else. */
export function delayMs(retryDelay: string | undefined): number | undefined {
  const seconds = /^(\d{1,9}(?:\.\d+)?)s$/.exec(retryDelay ?? '')?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

function codeOf(failure: ApiFailure, facts: Facts): ErrorCode {
  const reasons = facts.details.map((entry) => entry.reason ?? '');
  if (reasons.some((reason) => KEY_REASONS.includes(reason))) return 'KEY_INVALID';
  if (reasons.includes('BILLING_DISABLED')) return 'BILLING_OFF';
  switch (failure.status) {
    case 400: return facts.status === 'FAILED_PRECONDITION' ? 'BILLING_OFF' : 'REQUEST_REFUSED';
    case 401: return 'KEY_INVALID';
    case 402: return 'CREDIT_EMPTY';
    case 403: return 'KEY_FORBIDDEN';
    case 404: return failure.wants === 'job' ? 'OVERNIGHT_GONE' : failure.model === null ? 'UNKNOWN_REASON' : 'MODEL_RETIRED';
    case 413: return 'INPUTS_TOO_LARGE';
    case 429: return quotaCode(failure, facts);
    default: return failure.status >= 500 ? 'SERVICE_OVERLOADED' : 'UNKNOWN_REASON';
  }
}

// A limit of nothing is no rate: waiting never helps. Image models have no free tier at all.
function quotaCode(failure: ApiFailure, facts: Facts): ErrorCode {
  if (!facts.details.some(allowsNothing)) return facts.details.some(isOfDay) ? 'QUOTA_DAY' : 'RATE_LIMITED';
  return failure.wants === 'image' ? 'UNPAID_KEY' : 'BILLING_OFF';
}

// A day's limit comes with a RetryInfo of seconds, which would only be refused again.
function isOfDay(entry: Detail): boolean {
  return (entry.violations ?? []).some(({ quotaId }) => /per_?day/i.test(quotaId ?? ''));
}

// JSON of protobuf leaves a zero out, so a free tier's violation without a value is a limit of 0. Recorded in
// https://github.com/google-gemini/gemini-cli/issues/8437, read 2026-11-22.
function allowsNothing(entry: Detail): boolean {
  if (entry.metadata?.quota_limit_value === '0') return true;
  return (entry.violations ?? []).some(({ quotaId, quotaMetric, quotaValue }) => {
    const isFreeTier = /free_?tier/i.test(`${quotaId ?? ''} ${quotaMetric ?? ''}`);
    return quotaValue === '0' || (quotaValue === undefined && isFreeTier);
  });
}

function nameOf(code: ErrorCode, failure: ApiFailure, facts: Facts): string | undefined {
  if (code === 'MODEL_RETIRED') return failure.model ?? undefined;
  return code === 'UNKNOWN_REASON' ? `${failure.status} ${facts.status}`.trim() : undefined;
}

function causeOf(failure: ApiFailure, facts: Facts): string {
  const reasons = facts.details.map((entry) => entry.reason ?? '').filter((reason) => reason !== '');
  const head = [`HTTP ${failure.status}`, facts.status, ...reasons].filter((word) => word !== '').join(' ');
  return facts.message === '' ? head : `${head}: ${facts.message}`;
}

function readFacts(body: string): Facts {
  const parsed = z.safeParse(errorBody, firstOf(parseJson(body)));
  const error = parsed.success ? parsed.data.error : undefined;
  return {
    status: cleanText(error?.status ?? '', 60),
    message: cleanText(error?.message ?? '', 400),
    details: error?.details ?? [],
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

// Some failures arrive as a list with one entry.
function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
