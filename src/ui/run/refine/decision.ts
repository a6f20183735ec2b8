// The designer's yes or no to a change that was proposed: asked by the loop, told by a button.
import { VariegateError } from '../../../core/errors.ts';

let tell: ((goesOn: boolean) => void) | null = null;

export const decision = {
  /** Resolves with what is told; an abort rejects with CANCELLED. */
  ask(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const stop = () => reject(new VariegateError('CANCELLED'));
      signal.addEventListener('abort', stop, { once: true });
      tell = (goesOn) => {
        tell = null;
        signal.removeEventListener('abort', stop);
        resolve(goesOn);
      };
    });
  },
  /** Nothing where nobody asks. */
  tell: (goesOn: boolean) => tell?.(goesOn),
};
