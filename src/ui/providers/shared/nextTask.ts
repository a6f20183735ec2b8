// Cuts what a large answer sets off into tasks of their own, so that the window can draw between them.

/** Answers under this many characters (a 1K picture has 2 million) take too little time to be cut. */
const LARGE = 4_000_000;

/** Resolves in a task of its own for a large answer, at once for others. */
export function nextTask(characters: number): Promise<void> | undefined {
  return characters < LARGE ? undefined : new Promise((resolve) => setTimeout(resolve, 0));
}
