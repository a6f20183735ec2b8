// The loopback's quotas: so many requests in a window that slides, so many a day; refused ones count for nothing.
import { googleError } from './answers.mjs';

/** Null where one more is allowed, and it is counted. */
export function quotaRefusal(state, nowMs = Date.now()) {
  const { count, windowMs, perDay = Infinity } = state.quota ?? { count: Infinity, windowMs: 0 };
  if (state.counted.length >= perDay) return refusal({ quotaId: 'GenerateRequestsPerDayPerProjectPerModel', quotaValue: String(perDay) }, '60s');
  const inWindow = state.counted.slice(-count);
  const oldest = inWindow[0] ?? 0;
  if (inWindow.length >= count && nowMs - oldest < windowMs) return refusal({ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel', quotaValue: String(count) }, `${(oldest + windowMs - nowMs) / 1000}s`);
  if (state.quota) state.counted.push(nowMs);
  return null;
}

function refusal(violation, retryDelay) {
  return { status: 429, body: googleError(429, { message: 'You exceeded your current quota.', retryDelay, violations: [{ quotaMetric: 'generativelanguage.googleapis.com/generate_requests_per_model', ...violation }] }) };
}
