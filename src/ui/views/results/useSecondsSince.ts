// Whole seconds since a moment, counted on while something is on screen.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export function useSecondsSince(startedMs: number): number {
  const nowMs = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (nowMs.value = Date.now()), 1000);
    return () => clearInterval(timer);
  }, [nowMs]);
  return Math.max(0, Math.floor((nowMs.value - startedMs) / 1000));
}
