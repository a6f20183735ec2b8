// Scripts of the window that run when they are first needed.
import runPrompts from 'late:./prompts.ts';
import type * as Prompts from './prompts.ts';

/** What the tab "Prompts" and the checks are made of. The first call runs their script: some milliseconds. */
export function studio(): typeof Prompts {
  // The one validated edge: the build makes the script of that module.
  return runPrompts() as typeof Prompts;
}
