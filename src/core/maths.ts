// Small numeric helpers. Pure.

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** The value within 0 to 1. */
export function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** From `a` (part 0) to `b` (part 1) on a straight line. */
export function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part;
}

/** 0 below `from`, 1 above `to`, with a smooth S between; `from` may be the larger one. */
export function smoothstep(from: number, to: number, value: number): number {
  const part = clamp01((value - from) / (to - from));
  return part * part * (3 - 2 * part);
}

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  return value - Math.floor(value / by) * by;
}

/** NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
