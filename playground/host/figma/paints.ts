// Figma's paints from and to open-pencil's fills, with the validation that assigning them brings. What open-pencil has no field for rides along in
// `figma`, so that a paint reads back as it was written.
import type { Fill } from '@open-pencil/scene-graph';
import { invalid, isRecord, typeName } from './values.ts';

/** A plain object in the shape of Paint of the typings. */
export type PlainPaint = Readonly<Record<string, unknown>>;
export type HostFill = Fill & { figma?: PlainPaint };

const COMMON = ['type', 'visible', 'opacity', 'blendMode'];
const GRADIENT = [...COMMON, 'gradientTransform', 'gradientStops'];
const KEYS: Readonly<Record<string, readonly string[]>> = {
  SOLID: [...COMMON, 'color', 'boundVariables'],
  GRADIENT_LINEAR: GRADIENT, GRADIENT_RADIAL: GRADIENT, GRADIENT_ANGULAR: GRADIENT, GRADIENT_DIAMOND: GRADIENT,
  IMAGE: [...COMMON, 'scaleMode', 'imageHash', 'imageTransform', 'scalingFactor', 'rotation', 'filters'],
};
const SCALE_MODES = ['FILL', 'FIT', 'CROP', 'TILE'] as const;
const FILTERS = ['exposure', 'contrast', 'saturation', 'temperature', 'tint', 'highlights', 'shadows'];
const BLACK = { r: 0, g: 0, b: 0, a: 1 };

type Matrix = { m00: number; m01: number; m02: number; m10: number; m11: number; m12: number };
const toRows = (m: Matrix): number[][] => [[m.m00, m.m01, m.m02], [m.m10, m.m11, m.m12]];

export function paintOf(fill: HostFill): PlainPaint {
  const common = { type: fill.type, visible: fill.visible, opacity: fill.opacity, blendMode: fill.blendMode ?? 'NORMAL' };
  const { r, g, b } = fill.color;
  if (fill.type === 'SOLID') return { ...common, color: { r, g, b }, boundVariables: {} };
  if (fill.type === 'IMAGE') return { ...common, ...imageOf(fill) };
  if (fill.type.startsWith('GRADIENT_')) {
    return { ...common, gradientStops: fill.gradientStops ?? [], gradientTransform: fill.gradientTransform ? toRows(fill.gradientTransform) : [[1, 0, 0], [0, 1, 0]] };
  }
  return { ...common, ...fill.figma };
}

function imageOf(fill: HostFill): PlainPaint {
  const scaleMode = fill.imageScaleMode ?? 'FILL';
  return {
    imageHash: fill.imageHash ?? null, scaleMode,
    ...(scaleMode === 'CROP' && fill.imageTransform ? { imageTransform: toRows(fill.imageTransform) } : {}),
    ...(scaleMode === 'TILE' ? { scalingFactor: fill.scale ?? 1 } : {}),
    ...(scaleMode === 'CROP' ? {} : { rotation: fill.figma?.['rotation'] ?? 0 }),
    filters: fill.figma?.['filters'] ?? {},
  };
}

/** Throws as Figma does on unknown keys, missing values and numbers out of range; `knowsImage` decides about hashes. */
export function fillsOf(property: string, value: unknown, knowsImage: (hash: string) => boolean): HostFill[] {
  if (!Array.isArray(value)) invalid(property, `Expected array, received ${typeName(value)}`);
  return Array.from(value, (paint: unknown, index) => fillOf(property, paint, `[${index}]`, knowsImage));
}

function fillOf(property: string, paint: unknown, at: string, knowsImage: (hash: string) => boolean): HostFill {
  if (!isRecord(paint)) invalid(property, `Expected object, received ${typeName(paint)} at ${at}`);
  const type = String(paint['type']);
  const keys = KEYS[type] ?? invalid(property, `Invalid discriminator value. Expected ${quoted(Object.keys(KEYS))} at ${at}.type`);
  onlyKeys(property, paint, keys, at);
  const fill: HostFill = {
    type: type as Fill['type'], // one of KEYS
    color: BLACK, opacity: number(property, paint['opacity'] ?? 1, `${at}.opacity`, 0, 1), visible: flag(property, paint['visible'] ?? true, `${at}.visible`),
    blendMode: (paint['blendMode'] ?? 'NORMAL') as NonNullable<Fill['blendMode']>,
  };
  if (type === 'SOLID') return { ...fill, color: { ...color(property, paint['color'], `${at}.color`, ['r', 'g', 'b']), a: 1 } };
  if (type === 'IMAGE') return { ...fill, ...image(property, paint, at, knowsImage) };
  const gradientStops = stops(property, paint['gradientStops'], `${at}.gradientStops`);
  return { ...fill, gradientStops, gradientTransform: matrix(property, paint['gradientTransform'], `${at}.gradientTransform`) };
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ');

function image(property: string, paint: Record<string, unknown>, at: string, knowsImage: (hash: string) => boolean): Partial<HostFill> {
  const scaleMode = SCALE_MODES.find((mode) => mode === paint['scaleMode'])
    ?? invalid(property, `Invalid enum value. Expected ${quoted(SCALE_MODES)}, received '${String(paint['scaleMode'])}' at ${at}.scaleMode`);
  const hash = paint['imageHash'];
  if (hash !== null && typeof hash !== 'string') invalid(property, `Required value missing at ${at}.imageHash`);
  if (typeof hash === 'string' && !knowsImage(hash)) invalid(property, `No image has the hash ${hash} at ${at}.imageHash`);
  const filters = paint['filters'] ?? {};
  if (!isRecord(filters)) invalid(property, `Expected object, received ${typeName(filters)} at ${at}.filters`);
  onlyKeys(property, filters, FILTERS, `${at}.filters`);
  Object.entries(filters).forEach(([name, amount]) => number(property, amount, `${at}.filters.${name}`, -1, 1));
  const rotation = number(property, paint['rotation'] ?? 0, `${at}.rotation`, -Infinity, Infinity);
  if (rotation % 90 !== 0) invalid(property, `Number must be a multiple of 90 at ${at}.rotation`);
  return {
    imageScaleMode: scaleMode, figma: { rotation, filters }, ...(hash === null ? {} : { imageHash: hash }),
    ...(scaleMode === 'CROP' && paint['imageTransform'] !== undefined ? { imageTransform: matrix(property, paint['imageTransform'], `${at}.imageTransform`) } : {}),
    ...(scaleMode === 'TILE' ? { scale: number(property, paint['scalingFactor'] ?? 1, `${at}.scalingFactor`, 0.0001, Infinity) } : {}),
  };
}

function stops(property: string, value: unknown, at: string): NonNullable<Fill['gradientStops']> {
  if (!Array.isArray(value) || value.length === 0) invalid(property, `Required value missing at ${at}`);
  return Array.from(value, (stop: unknown, index) => {
    if (!isRecord(stop)) invalid(property, `Expected object, received ${typeName(stop)} at ${at}[${index}]`);
    return { position: number(property, stop['position'], `${at}[${index}].position`, 0, 1), color: color(property, stop['color'], `${at}[${index}].color`, ['r', 'g', 'b', 'a']) };
  });
}

function matrix(property: string, value: unknown, at: string): Matrix {
  const rows = Array.isArray(value) ? value.flat() : [];
  if (rows.length !== 6) invalid(property, `Expected a 2 by 3 array at ${at}`);
  const [m00 = 0, m01 = 0, m02 = 0, m10 = 0, m11 = 0, m12 = 0] = rows.map((entry: unknown) => number(property, entry, at, -Infinity, Infinity));
  return { m00, m01, m02, m10, m11, m12 };
}

export function color(property: string, value: unknown, at: string, channels: readonly ('r' | 'g' | 'b' | 'a')[]): Fill['color'] {
  if (!isRecord(value)) invalid(property, `Required value missing at ${at}`);
  onlyKeys(property, value, channels, at);
  const channel = (name: 'r' | 'g' | 'b' | 'a'): number => (channels.includes(name) ? number(property, value[name], `${at}.${name}`, 0, 1) : 1);
  return { r: channel('r'), g: channel('g'), b: channel('b'), a: channel('a') };
}

export function onlyKeys(property: string, value: Record<string, unknown>, keys: readonly string[], at: string): void {
  const unknown = Object.keys(value).filter((key) => !keys.includes(key) && value[key] !== undefined);
  if (unknown.length > 0) invalid(property, `Unrecognized key(s) in object: ${unknown.map((key) => `'${key}'`).join(', ')} at ${at}`);
}

export function number(property: string, value: unknown, at: string, min: number, max: number): number {
  if (typeof value !== 'number' || Number.isNaN(value)) invalid(property, value === undefined ? `Required value missing at ${at}` : `Expected number, received ${typeName(value)} at ${at}`);
  if (value < min) invalid(property, `Number must be greater than or equal to ${min} at ${at}`);
  if (value > max) invalid(property, `Number must be less than or equal to ${max} at ${at}`);
  return value;
}

function flag(property: string, value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : invalid(property, `Expected boolean, received ${typeName(value)} at ${at}`);
}
