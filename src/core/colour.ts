// Colours and the spaces between them. One colour at a time; whole pictures are in lab.ts.
import { clamp01, mix } from './maths.ts';

/** Red, green, blue, each 0 to 255, sRGB. Not always whole. */
export type Rgb = readonly [red: number, green: number, blue: number];
/** OKLab: lightness 0 to 1, then green to red and blue to yellow, about -0.4 to 0.4. */
export type Lab = readonly [lightness: number, a: number, b: number];

const TO_LINEAR = Float32Array.from({ length: 256 }, (_, byte) => toLinear(byte / 255));

/** One sRGB channel (0 to 1) as linear light (0 to 1). IEC 61966-2-1. */
export function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Linear light (0 to 1) as one sRGB channel (0 to 1). IEC 61966-2-1. */
export function fromLinear(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** Linear light of a whole sRGB byte. */
export function linearOfByte(byte: number): number {
  return TO_LINEAR[byte] ?? 0;
}

const linearOf = (channel: number): number =>
  Number.isInteger(channel) ? linearOfByte(channel) : toLinear(clamp01(channel / 255));

/** sRGB to OKLab (Björn Ottosson, https://bottosson.github.io/posts/oklab/, 2020-12-23). */
export function toLab([red, green, blue]: Rgb): Lab {
  const r = linearOf(red);
  const g = linearOf(green);
  const b = linearOf(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** OKLab to linear light; channels outside 0 to 1 are colours that sRGB does not have. */
function labToLight([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** OKLab to sRGB bytes; what sRGB does not have is clipped channel by channel. */
export function toRgb(lab: Lab): Rgb {
  const [r, g, b] = labToLight(lab);
  return [255 * fromLinear(clamp01(r)), 255 * fromLinear(clamp01(g)), 255 * fromLinear(clamp01(b))];
}

/** OKLCh to sRGB: lightness 0 to 1, chroma from 0 to about 0.37, hue in degrees. Chroma gives way until sRGB has it. */
export function fromLch(lightness: number, chroma: number, hue: number): Rgb {
  const a = Math.cos((hue * Math.PI) / 180);
  const b = Math.sin((hue * Math.PI) / 180);
  let held = chroma;
  const isOutside = (): boolean =>
    labToLight([lightness, held * a, held * b]).some((channel) => channel < -0.002 || channel > 1.002);
  for (let step = 0; step < 24 && isOutside(); step++) held *= 0.92;
  return toRgb([lightness, held * a, held * b]);
}

/** Hue of an OKLab colour in degrees, 0 up to 360. */
export function hueOf([, a, b]: Lab): number {
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

/** Chroma of an OKLab colour. */
export function chromaOf([, a, b]: Lab): number {
  return Math.hypot(a, b);
}

/** How far two colours lie apart in OKLab: a hundredth is hardly seen, a tenth easily. */
export function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** `#rrggbb` to a colour. Throws RangeError for anything else. */
export function fromHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError('a colour is #rrggbb');
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour as `#rrggbb`. */
export function toHex(rgb: Rgb): string {
  return '#' + rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('');
}

/** Between two colours, evenly for the eye (in OKLab). */
export function mixColours(from: Rgb, to: Rgb, part: number): Rgb {
  const a = toLab(from);
  const b = toLab(to);
  return toRgb([mix(a[0], b[0], part), mix(a[1], b[1], part), mix(a[2], b[2], part)]);
}

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(a: Rgb, b: Rgb): number {
  const first = luminance(a) + 0.05;
  const second = luminance(b) + 0.05;
  return Math.max(first, second) / Math.min(first, second);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linearOf(red) + 0.7152 * linearOf(green) + 0.0722 * linearOf(blue);
}
