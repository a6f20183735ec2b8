// What tests press and read in a window without views: the real actions, start and store, over the real client.
import * as windowActions from '../../../src/ui/actions.ts';
import * as resultActions from '../../../src/ui/resultActions.ts';

export const actions = { ...windowActions, ...resultActions };
export { client } from '../../../src/ui/client.ts';
export { start } from '../../../src/ui/run/start.ts';
export { effects } from '../../../src/ui/run/world.ts';
export { changeDraft, draft } from '../../../src/ui/store/draft.ts';
export { allJobs, isRunning, runs } from '../../../src/ui/store/runs.ts';
export { selection } from '../../../src/ui/store/selection.ts';
export * as session from '../../../src/ui/store/session.ts';
