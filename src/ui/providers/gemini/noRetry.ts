// Stands in for the SDK's p-retry in our bundle (build/windowScripts.mjs): the SDK's own retry is never switched on, because it ignores
// RetryInfo and sends again after a time-out. Should it be reached after all, it tries once and no more.

export default function tryOnce<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  return work(1);
}
