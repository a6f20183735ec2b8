// Services that asked to be left alone for a while, and until when: every request to one of them waits.
import { signal } from '@preact/signals';
import type { Wait } from '../../core/job.ts';
import type { ProviderId } from '../../core/model.ts';

export const pauses = signal<Readonly<Partial<Record<ProviderId, Wait>>>>({});

/** The longer of two pauses holds. */
export function pause(provider: ProviderId, wait: Wait): void {
  const before = pauses.value[provider]?.untilMs ?? 0;
  if ((wait.untilMs ?? 0) > before) pauses.value = { ...pauses.value, [provider]: wait };
}
