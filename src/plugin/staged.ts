// Pictures that the UI sent ahead of their slot, held until it says what becomes of them. Nothing here touches the document.
import type { CallInput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';

/** As many as can be on their way at once, or go on one board; the oldest goes when there are more. */
const MOST = 24;

export interface StagedPictures {
  stage(input: CallInput<'stagePicture'>): Record<string, never>;
  drop(input: CallInput<'dropPicture'>): Record<string, never>;
  /** The bytes of a call that has them itself or names their ticket; a ticket is good for once. */
  bytesOf(input: Pick<CallInput<'fillSlot'>, 'bytes' | 'ticket'>): Uint8Array;
}

export function createStagedPictures(): StagedPictures {
  const held = new Map<string, Uint8Array>();
  return {
    stage({ ticket, bytes }) {
      held.set(ticket, bytes);
      for (const oldest of held.keys()) {
        if (held.size <= MOST) break;
        held.delete(oldest);
      }
      return {};
    },
    drop({ ticket }) {
      held.delete(ticket);
      return {};
    },
    bytesOf({ bytes, ticket }) {
      const found = bytes ?? held.get(ticket ?? '');
      if (ticket !== undefined) held.delete(ticket);
      if (!found) throw new VariegateError('BRIDGE_INPUT', { name: 'fillSlot.bytes' });
      return found;
    },
  };
}
