// The service that works overnight, asked with the key and a time limit; and one piece of work at a time.
import type { OvernightBatch } from '../../../core/batch/overnight.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { CallContext, Overnight } from '../../providers/provider.ts';
import { overnightCounts, overnightWork } from '../../store/overnight.ts';
import { providerOf } from '../effects.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { send } from '../send.ts';

export async function during(work: NonNullable<typeof overnightWork.value>, act: () => Promise<void>): Promise<void> {
  if (overnightWork.value !== null) return;
  overnightWork.value = work;
  try {
    await act();
  } finally {
    overnightWork.value = null;
  }
}

/** A call that costs nothing, with the key and a time limit. */
export async function asked<Reply>(effects: Effects, batch: OvernightBatch, signal: AbortSignal, ask: (service: Overnight, context: CallContext) => Promise<Reply>): Promise<Reply> {
  const { provider, service } = serviceOf(effects, batch);
  const { reply } = await send(effects, { provider, runId: batch.head.id, estimateUsd: 0, signal, call: async (context) => ({ usage: null, answer: await ask(service, context) }) });
  return reply.answer;
}

export function serviceOf(effects: Effects, { head }: OvernightBatch) {
  const provider = providerOf(effects, head.provider);
  if (!provider.overnight) throw new VariegateError('MODEL_RETIRED', { name: head.model });
  return { provider, service: provider.overnight };
}

export function keyOf({ head }: OvernightBatch, at: number): string {
  return `${head.id}/${at}`;
}

/** "12 overnight pictures are ready: place them in Batch"; nothing where nothing is there to be told. */
export function sayState(): void {
  const { all, placed, failed, out, ready, waiting } = overnightCounts.value;
  if (all === 0) return;
  if (ready > 0 && overnightWork.value !== 'placing') return say(`${ready === 1 ? '1 overnight picture is' : `${ready} overnight pictures are`} ready: place ${ready === 1 ? 'it' : 'them'} in Batch`);
  const parts = [`Overnight: ${placed} of ${all} placed`, ...(out > 0 ? [`${out} with Gemini`] : []), ...(failed > 0 ? [`${failed} failed`] : []), ...(waiting > 0 ? [`${waiting} not sent`] : [])];
  say(parts.join(', '));
}
