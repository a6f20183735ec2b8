// "More like this, but further away": two fields of the look are let go, so that the model fills them anew. Pure.
import { FIELDS, FIELD_ORDER, withTexts } from './fields.ts';
import type { FieldId, PromptFields } from './fields.ts';

export interface Loosened {
  readonly fields: PromptFields;
  /** What was let go, in the order on screen: two, or fewer where fewer are open. */
  readonly let: readonly FieldId[];
}

/**
 * Empties two unlocked, filled fields of the look; where the look has fewer, then fields of what surrounds the subject, never the
 * subject itself. `seed` (whole, 0 or more) chooses which: following seeds go through them in turn.
 */
export function loosen(fields: PromptFields, seed: number): Loosened {
  const open = FIELD_ORDER.filter((id) => !fields[id].isLocked && fields[id].text.trim() !== '');
  const look = open.filter((id) => FIELDS[id].part === 'look');
  const rest = open.filter((id) => id === 'environment' || id === 'action' || id === 'objects');
  const turned = [...look.slice(seed % Math.max(1, look.length)), ...look.slice(0, seed % Math.max(1, look.length)), ...rest];
  const chosen = turned.slice(0, 2);
  const blank = Object.fromEntries(chosen.map((id) => [id, '']));
  return { fields: withTexts(fields, blank), let: FIELD_ORDER.filter((id) => chosen.includes(id)) };
}
