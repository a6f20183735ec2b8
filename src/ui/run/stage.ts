// Sends a picture's bytes ahead to the sandbox while they are still looked at here, so that carrying and looking cost the time
// of one. Nothing is written by it: the slot is filled after the look, with what lies there, or with other bytes.
import { coverBox, cropBox, isWhole } from '../../core/aspect.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { Run, RunJob } from '../store/runs.ts';
import type { Effects } from './effects.ts';
import type { Made } from './makeOne.ts';

export interface Stage {
  /** Called with the bytes as they came. */
  send(bytes: Uint8Array): void;
  /** Under what the sandbox holds exactly these bytes; null where it holds none of them. To be asked once. */
  ticketOf(made: Made): string | null;
  /** Lets go of what was sent for nothing. */
  drop(): void;
}

export function createStage(effects: Effects, run: Run, entry: RunJob): Stage {
  let ticket: string | null = null;
  const take = () => {
    const held = ticket;
    ticket = null;
    return held;
  };
  const drop = () => {
    const held = take();
    if (held !== null) void effects.client.call('dropPicture', { ticket: held }).catch(() => undefined);
  };
  return {
    send(bytes) {
      if (run.draft.place !== 'beside' || entry.slotId.value === null || !mayStay(entry.job.value.request)) return;
      // A second answer takes the place of the first.
      drop();
      ticket = effects.nextId('picture');
      void effects.client.call('stagePicture', { ticket, bytes }).catch(() => undefined);
    },
    ticketOf(made) {
      if (made.record.changes.length === 0) return take();
      drop();
      return null;
    },
    drop,
  };
}

/** An answer of the size asked for needs no crop, so its bytes will most likely stay as they are. */
function mayStay({ content, inputs, size, target }: GenerationRequest): boolean {
  const padded = inputs[0]?.size ?? size;
  return isWhole(content ? cropBox(content, padded, size) : coverBox(size, target), size);
}
