// Lets one thing happen after the other: two writes at once would find the same free place, or lose a sum.

export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** Each task starts when the one before it has ended, well or badly. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };
}
