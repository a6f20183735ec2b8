// "Copy report" against content that wants to be in it: it helps a maintainer and tells nobody what was made.
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VariegateError, toErrorData } from '../../../src/core/errors.ts';
import type { ErrorCode } from '../../../src/core/errors.ts';
import type { JobState } from '../../../src/core/job.ts';
import { writeReport } from '../../../src/ui/run/report.ts';
import { changeDraft, draft } from '../../../src/ui/store/draft.ts';
import { runs } from '../../../src/ui/store/runs.ts';
import type { MadeImage } from '../../../src/ui/store/runs.ts';
import { selection } from '../../../src/ui/store/selection.ts';
import { alert } from '../../../src/ui/store/session.ts';
import { aRequest } from '../../support/request.ts';
import { SELECTED_LAYER, resetStores } from '../../support/resetStores.ts';

const KEY = 'AIzaSyA1234567890abcdefghijklmnopqrstuv';

beforeEach(() => {
  vi.stubGlobal('__BUILD__', 'abc123');
  resetStores();
});

/** The report of a run whose one job failed with this cause. */
function reportOf(code: ErrorCode, cause: string): string {
  const state: JobState<MadeImage> = { at: 'failed', error: toErrorData(new VariegateError(code, { cause })) };
  const request = aRequest({ prompt: 'Paint the Zeppelin hangar.', inputs: [{ role: 'source', name: 'Merger slide', digest: 'ab', size: { width: 1, height: 1 } }] });
  const entry = { id: request.id, caption: 'x', job: signal({ request, state }), abort: signal(new AbortController()), slotId: signal(null) };
  runs.value = [{ id: 'run1', draft: draft.value, template: 'Paint the {direction}.', source: null, sourceUrl: null, ratio: 1, edits: 0, inputs: [], line: 'hand', mayReuse: true, parentId: null, jobs: [entry] }];
  return writeReport(0);
}

describe('the report', () => {
  it('[FA20] names build, model, recipe, codes and causes', () => {
    const report = reportOf('REQUEST_REFUSED', 'HTTP 400 INVALID_ARGUMENT SOME_REASON');
    for (const fact of ['abc123', 'gemini-nano-banana-2.1', 'Recipe variants', 'REQUEST_REFUSED: HTTP 400 INVALID_ARGUMENT SOME_REASON']) expect(report).toContain(fact);
  });

  it.each([
    ['a key in a known form', `key ${KEY} refused`, KEY],
    ['a key in an address', 'GET /v1beta/models?key=whatever-it-is failed', 'whatever-it-is'],
    ['a long run of letters that could be a key', `got ${'Zx9'.repeat(20)}`, 'Zx9Zx9'],
    ['pixels as base64', `data:image/png;base64,${'iVBORw0KGgo'.repeat(30)}`, 'iVBORw0KGgo'],
    ['the exact prompt', 'Cannot parse "Paint the Zeppelin hangar." at contents[0]', 'Zeppelin'],
    ['a single word of it in another case', 'unexpected ZEPPELIN', 'ZEPPELIN'],
    ['the name of an input', 'The layer Merger slide is gone', 'Merger'],
    ['words in other scripts', 'Ungültig: 秘密港口 и тайна', '秘密'],
  ])('[FA20] leaves out %s', (_, cause, secret) => {
    expect(reportOf('REQUEST_REFUSED', cause)).not.toContain(secret);
  });

  it('[FA20] leaves out what the draft and the selection hold, also from an alert', () => {
    changeDraft({ brief: 'launch of Project Heron', references: [{ id: 'r', name: 'Heron moodboard', role: 'style' }] });
    selection.value = { ...selection.value, pageName: 'Boardroom', layers: [{ ...SELECTED_LAYER, name: 'Layoff announcement' }] };
    alert.value = { error: { code: 'EXPORT_FAILED', details: { name: 'Layoff announcement', cause: 'in exportAsync: Layoff announcement on Boardroom, Heron moodboard' } }, jobId: null };
    const report = writeReport(0);
    for (const word of ['Heron', 'moodboard', 'Layoff', 'announcement', 'Boardroom', 'launch']) expect(report).not.toContain(word);
    expect(report).toContain('EXPORT_FAILED: in exportAsync');
  });
});
