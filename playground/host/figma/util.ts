// figma.util: colours from hex codes. Other CSS colours are not in the host.
import type { ApiMembers } from './member.ts';
import { fail, isRecord } from './values.ts';

interface Rgba { readonly r: number; readonly g: number; readonly b: number; readonly a: number }

function colour(member: string, value: unknown): Rgba {
  if (isRecord(value)) return { r: Number(value['r']), g: Number(value['g']), b: Number(value['b']), a: Number(value['a'] ?? 1) };
  const digits = typeof value === 'string' ? /^#?([0-9a-f]{3,8})$/i.exec(value)?.[1] ?? '' : '';
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  if (long.length !== 6 && long.length !== 8) fail(member, `Invalid color: only hex codes are in the playground host`);
  const channel = (at: number): number => parseInt(long.slice(at, at + 2), 16) / 255;
  return { r: channel(0), g: channel(2), b: channel(4), a: long.length === 8 ? channel(6) : 1 };
}

export const utilMembers = {
  rgb: { call: (_, [value]) => { const { r, g, b } = colour('rgb', value); return { r, g, b }; } },
  rgba: { call: (_, [value]) => colour('rgba', value) },
  solidPaint: {
    call: (_, [value, overrides]) => {
      const { r, g, b, a } = colour('solidPaint', value);
      return { type: 'SOLID', color: { r, g, b }, ...(a === 1 ? {} : { opacity: a }), ...(isRecord(overrides) ? overrides : {}) };
    },
  },
} as const satisfies ApiMembers;
