// The entry of a late script: the tabs "Batch" and "History". It runs when one of them is opened.
export { Alike } from './views/history/Alike.tsx';
export { History } from './views/history/History.tsx';
export { Batch } from './views/batch/Batch.tsx';
export { BatchNote, RunBatch } from './views/batch/RunBatch.tsx';
export { greetOvernight } from './batchActions.ts';
export { comparisonCsv } from '../core/compare/csv.ts';
export { ledgerCsv } from './run/history/tables.ts';
