// Money that is on its way: reserved for requests that are out, and spent by each run of this session (USD).
import { signal } from '@preact/signals';

export const reservedUsd = signal(0);
export const spentByRun = signal<Readonly<Record<string, number>>>({});

export function reserve(usd: number): () => void {
  reservedUsd.value += usd;
  let isOpen = true;
  return () => {
    if (isOpen) reservedUsd.value -= usd;
    isOpen = false;
  };
}

export function addRunSpend(runId: string, usd: number): void {
  spentByRun.value = { ...spentByRun.value, [runId]: (spentByRun.value[runId] ?? 0) + usd };
}
