// The entry of a late script: the tabs "Batch" and "History". It runs when one of them is opened.
export { History } from './views/history/History.tsx';
