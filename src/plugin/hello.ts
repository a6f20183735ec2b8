// The handshake: both halves of one build, the leftovers of a killed run removed, and all that the UI starts with in one trip.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { readFileTaste } from './fileTaste.ts';
import { keyState } from './key.ts';
import type { Owner } from './marker.ts';
import { removeOrphans } from './orphans.ts';
import type { OvernightKeeper } from './overnight.ts';
import { summariseSelection } from './selection.ts';
import { spentOn } from './spend.ts';
import { loadSettings } from './storage.ts';
import { canEdit } from './write.ts';

export async function hello(input: CallInput<'hello'>, owner: Owner, overnight: Pick<OvernightKeeper, 'isThere'>): Promise<CallOutput<'hello'>> {
  if (input.build !== __BUILD__) throw new VariegateError('BRIDGE_STALE_BUILD');
  const orphansRemoved = leftoversRemoved(owner);
  const noKey = { isSet: false, ending: '' };
  const [settings, key, gatewayKey, spentToday, selection] = await Promise.all([
    loadSettings(),
    keyState().catch(() => noKey),
    keyState('gateway').catch(() => noKey),
    spentOn(input.today).catch(() => ({ day: input.today, usd: 0 })),
    summariseSelection(),
  ]);
  const command = figma.command || '';
  return { editor: figma.editorType, canEdit: canEdit(), settings, key, gatewayKey, spentToday, selection, command, orphansRemoved, hasOvernight: overnight.isThere(), fileTaste: readFileTaste() };
}

// Tidying up must not keep the plugin from starting.
function leftoversRemoved(owner: Owner): number {
  try {
    return removeOrphans(owner);
  } catch {
    return 0;
  }
}
