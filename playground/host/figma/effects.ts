// Figma's effects from and to open-pencil's: shadows and blurs. Other kinds are refused.
import type { Effect } from '@open-pencil/scene-graph';
import { color, number, onlyKeys, type PlainPaint } from './paints.ts';
import { invalid, isRecord, typeName } from './values.ts';

const SHADOW_KEYS = ['type', 'color', 'offset', 'radius', 'spread', 'visible', 'blendMode', 'showShadowBehindNode', 'boundVariables'];
const BLUR_KEYS = ['type', 'radius', 'visible', 'blurType', 'boundVariables'];
const KINDS = ['DROP_SHADOW', 'INNER_SHADOW', 'LAYER_BLUR', 'BACKGROUND_BLUR'] as const;

const isShadow = (type: Effect['type']): boolean => type === 'DROP_SHADOW' || type === 'INNER_SHADOW';

export function effectOf(effect: Effect): PlainPaint {
  const { radius, visible } = effect;
  const type = effect.type === 'FOREGROUND_BLUR' ? 'LAYER_BLUR' : effect.type;
  if (!isShadow(effect.type)) return { type, radius, visible, boundVariables: {} };
  const behind = effect.type === 'DROP_SHADOW' ? { showShadowBehindNode: effect.showShadowBehindNode ?? false } : {};
  return { type, radius, visible, color: effect.color, offset: effect.offset, spread: effect.spread, blendMode: effect.blendMode ?? 'NORMAL', boundVariables: {}, ...behind };
}

export function effectsOf(value: unknown): Effect[] {
  if (!Array.isArray(value)) invalid('effects', `Expected array, received ${typeName(value)}`);
  return Array.from(value, (effect: unknown, index) => parseEffect(effect, `[${index}]`));
}

function parseEffect(value: unknown, at: string): Effect {
  if (!isRecord(value)) invalid('effects', `Expected object, received ${typeName(value)} at ${at}`);
  const type = KINDS.find((kind) => kind === value['type']) ?? invalid('effects', `Invalid discriminator value. Expected ${KINDS.map((kind) => `'${kind}'`).join(' | ')} at ${at}.type`);
  onlyKeys('effects', value, isShadow(type) ? SHADOW_KEYS : BLUR_KEYS, at);
  const radius = number('effects', value['radius'], `${at}.radius`, 0, Infinity);
  const visible = value['visible'] !== false;
  if (!isShadow(type)) return { type, radius, visible, color: { r: 0, g: 0, b: 0, a: 0 }, offset: { x: 0, y: 0 }, spread: 0 };
  const offset = isRecord(value['offset']) ? value['offset'] : invalid('effects', `Required value missing at ${at}.offset`);
  return {
    type, radius, visible, color: color('effects', value['color'], `${at}.color`, ['r', 'g', 'b', 'a']),
    offset: { x: number('effects', offset['x'], `${at}.offset.x`, -Infinity, Infinity), y: number('effects', offset['y'], `${at}.offset.y`, -Infinity, Infinity) },
    spread: number('effects', value['spread'] ?? 0, `${at}.spread`, -Infinity, Infinity), showShadowBehindNode: value['showShadowBehindNode'] === true,
  };
}
