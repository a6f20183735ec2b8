// Whole seconds since or until a moment, counted on while something is on screen.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export function useSecondsSince(startedMs: number): number {
  return Math.max(0, Math.floor((useNowMs() - startedMs) / 1000));
}

export function useSecondsUntil(endMs: number): number {
  return Math.max(0, Math.ceil((endMs - useNowMs()) / 1000));
}

function useNowMs(): number {
  const nowMs = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (nowMs.value = Date.now()), 1000);
    return () => clearInterval(timer);
  }, [nowMs]);
  return nowMs.value;
}
