// States of the window worth looking at: set in the store, as the real runner would leave them.
import { signal } from '@preact/signals';
import type { JobState } from '../../../../src/core/job.ts';
import type { SelectionSummary } from '../../../../src/core/bridge/events.ts';
import type { GenerationRequest } from '../../../../src/core/request.ts';
import { changeDraft, draft, promptShown, sourceResult } from '../../../../src/ui/store/draft.ts';
import { referenceImages } from '../../../../src/ui/store/references.ts';
import { preparing, runs } from '../../../../src/ui/store/runs.ts';
import type { MadeImage, Run, RunJob } from '../../../../src/ui/store/runs.ts';
import { selection, selectionThumbnail } from '../../../../src/ui/store/selection.ts';
import { alert, connection, key, settings, spentToday, status } from '../../../../src/ui/store/session.ts';
import { PALETTES, bytesOf, drawPicture } from './pictures.ts';
import type { Palette } from './pictures.ts';

const BRIEF = 'Keep the layout. A rainy evening, lamps just lit, calm rather than gloomy.';
const box = { x: 0, y: 0, width: 1440, height: 960 };

const HERO: SelectionSummary = {
  pageId: '0:1',
  pageName: 'Landing page',
  layers: [{ id: '1:2', name: 'Hero / Desktop', type: 'FRAME', box, hasPicture: true, takesFill: true, canRestore: false, isSketch: false, recipe: null }],
  count: 1,
  box,
  refusal: null,
};

export const SCENES = {
  ready: () => {
    withKey();
    selectHero();
    changeDraft({ brief: BRIEF });
  },
  starting: () => undefined,
  firstStart: () => {
    connection.value = 'ready';
    selectHero();
    settings.value = { ...settings.value, hasSeenIntro: false };
  },
  nothingSelected: () => {
    connection.value = 'ready';
    settings.value = { ...settings.value, hasSeenIntro: true };
  },
  preparing: () => {
    SCENES.ready();
    preparing.value = [{ id: 'run9', count: 4, ratio: 1.5, usd: 0.13, wait: signal(null), abort: new AbortController() }];
    status.value = 'Reading the selection';
  },
  running: () => {
    SCENES.ready();
    status.value = '2 of 5 placed, 1 failed';
    runs.value = [
      run('run2', [
        job('run2/0', 'Lamplit teal', done(PALETTES.teal)),
        job('run2/1', 'Soft morning fog', done(PALETTES.fog)),
        job('run2/2', 'Amber dusk', { at: 'running', startedMs: Date.now() - 12_000, part: 0 }),
        job('run2/3', 'Paper cut', { at: 'failed', error: { code: 'IMAGE_RECITATION', details: { cause: 'finishReason IMAGE_RECITATION' } } }),
        job('run2/4', 'Deep blue hour', { at: 'queued' }),
      ]),
    ];
  },
  results: () => {
    SCENES.ready();
    status.value = '4 of 4 placed';
    runs.value = [
      run('run3', [
        job('run3/0', 'Lamplit teal', done(PALETTES.teal)),
        job('run3/1', 'Soft morning fog', done(PALETTES.fog, 'replaced')),
        job('run3/2', 'Amber dusk', done(PALETTES.amber, 'beside')),
        job('run3/3', 'A very long caption about a deep blue hour', done(PALETTES.night, null)),
      ]),
      run('run1', [
        job('run1/0', 'Pencil', done(PALETTES.fog, 'slot', true)),
        job('run1/1', 'Duotone', done(PALETTES.amber, 'slot', true)),
        job('run1/2', 'Poster', { at: 'cancelled', maybeCharged: true }),
      ]),
    ];
  },
  alert: () => {
    SCENES.ready();
    alert.value = { error: { code: 'LIMIT_DAY', details: { cause: 'spent 9.95, asked 0.13, limit 10' } }, jobId: null };
  },
  references: () => {
    SCENES.ready();
    referenceImages.value = (['amber', 'night'] as const).map((name) => ({
      id: name,
      name: `${name} mood board.png`,
      bytes: new Uint8Array(),
      thumbnailUrl: drawPicture(PALETTES[name], 64, 64),
    }));
    changeDraft({
      references: [
        { id: 'amber', name: 'amber mood board.png', role: 'style' },
        { id: 'night', name: 'night mood board.png', role: 'structure' },
      ],
    });
  },
  resultAsSource: () => {
    SCENES.results();
    sourceResult.value = { jobId: 'run3/0', caption: 'Lamplit teal', thumbnailUrl: drawPicture(PALETTES.teal, 144, 96), width: 1264, height: 843 };
  },
} satisfies Record<string, () => void>;

function withKey(): void {
  connection.value = 'ready';
  key.value = { isSet: true, ending: '1234' };
  settings.value = { ...settings.value, hasSeenIntro: true, limitPerDayUsd: 5 };
  spentToday.value = { day: '2026-11-22', usd: 0.4 };
}

function selectHero(): void {
  selection.value = HERO;
  selectionThumbnail.value = drawPicture(PALETTES.source, 216, 144);
}

function run(id: string, jobs: readonly RunJob[]): Run {
  return {
    id,
    draft: draft.value,
    template: promptShown.value,
    source: { pageId: '0:1', nodeIds: ['1:2'], name: 'Hero / Desktop', box },
    sourceUrl: drawPicture(PALETTES.source, 960, 640),
    ratio: 1.5,
    edits: 0, inputs: [], line: 'hand', mayReuse: true, parentId: null,
    jobs,
  };
}

function job(id: string, caption: string, state: JobState<MadeImage>): RunJob {
  // The views never look into a request; the runner's tests make real ones.
  const request = { id } as GenerationRequest;
  return { id, caption, job: signal({ request, state }), abort: signal(new AbortController()), slotId: signal(null) };
}

function done(palette: Palette, how: 'slot' | 'beside' | 'replaced' | null = 'slot', isOfflinePreview = false): JobState<MadeImage> {
  const placed = how && { nodeId: '9:9', how, imageHash: 'h' };
  return { at: 'done', image: made(palette, isOfflinePreview), placed, placeError: null };
}

function made(palette: Palette, isOfflinePreview: boolean): MadeImage {
  const url = drawPicture(palette, 480, 320);
  const size = { width: 1264, height: 843 };
  return {
    file: new Blob([new Uint8Array(bytesOf(url))]),
    ...size,
    thumbnailUrl: signal(url),
    record: {
      version: 1,
      recipe: { id: 'variants', version: 1 },
      provider: isOfflinePreview ? 'offline' : 'gemini',
      model: isOfflinePreview ? 'offline-preview-1' : 'gemini-nano-banana-2.1',
      isOfflinePreview,
      brief: BRIEF,
      prompt: 'prompt',
      template: null,
      direction: null,
      closeness: 3,
      axes: [],
      ratio: '3:2',
      sizeClass: '1K',
      answeredSize: size,
      placedSize: size,
      inputs: [],
      sourceIds: ['1:2'],
      usage: null,
      costUsd: isOfflinePreview ? 0 : 0.0336,
      date: '2026-11-22T10:00:00Z',
      hasC2pa: false,
      changes: [],
      runId: 'run',
      requestKey: 'key',
    },
  };
}
