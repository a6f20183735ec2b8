// Scripts of the window that run when they are first needed.
import runPrompts from 'late:./prompts.ts';
import type * as Prompts from './prompts.ts';
import runWork from 'late:./work.ts';
import type * as Work from './work.ts';

/** What the tab "Prompts" and the checks are made of. The first call runs their script: some milliseconds. */
export function studio(): typeof Prompts {
  // The one validated edge: the build makes the script of that module.
  return runPrompts() as typeof Prompts;
}

/** What the tab "Style" is made of. */
export function styleTab(): typeof Prompts {
  // The same script: what asks a text model is in it once.
  return studio();
}

/** What the tabs "Batch" and "History" are made of. */
export function work(): typeof Work {
  // As above.
  return runWork() as typeof Work;
}
