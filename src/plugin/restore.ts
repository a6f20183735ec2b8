// Gives a layer back the fills of before a Replace, linked style and recipe included, as one undo step.
import type { CallInput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import type { Fillable } from './paints.ts';
import { findFillable, writeFills } from './replace.ts';
import { savedFills, writeRestoreEntry } from './savedFills.ts';
import { restamp } from './stamp.ts';
import { asOneLongStep } from './write.ts';

export async function restoreFill(input: CallInput<'restoreFill'>): Promise<Record<string, never>> {
  const node = await findFillable(input.nodeId);
  const saved = savedFills(node);
  if (!saved) throw new VariegateError('NOTHING_TO_RESTORE');
  return asOneLongStep(async () => {
    await writeFills(node, saved.fills);
    restamp(node, saved.recipe);
    writeRestoreEntry(node, '');
    await linkStyle(node, saved.styleId);
    return {};
  });
}

// A style that was deleted since leaves the fills, which look the same.
async function linkStyle(node: Fillable, styleId: string): Promise<void> {
  if (styleId === '') return;
  await node.setFillStyleIdAsync(styleId).catch(() => undefined);
}
