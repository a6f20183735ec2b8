// What most browser tests stand on: the built plugin in the playground, in one Chromium, and a loopback Gemini; pages are closed after
// each test.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StageOptions, StagePage } from '../../playground/stage.mjs';
import { startLoopbackGemini } from '../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../support/gemini/loopback.mjs';

const START_LIMIT_MS = 150_000;

export interface OnStage {
  /** A page of its own; closed when the test is over. */
  openPage(options?: StageOptions): Promise<StagePage>;
  /** The service, empty again before each test. */
  gemini(): LoopbackGemini;
}

/** To be called once a file, outside of its tests. */
export function onStage(): OnStage {
  let stage: Stage | undefined;
  let service: LoopbackGemini | undefined;
  const open: StagePage[] = [];
  beforeAll(async () => {
    stage = await createStage();
    service = await startLoopbackGemini({ port: 0 });
  }, START_LIMIT_MS);
  afterAll(async () => {
    await stage?.close();
    await service?.close();
  });
  beforeEach(() => service?.reset());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  return {
    async openPage(options) {
      if (!stage) throw new Error('the stage is not there yet');
      const page = await stage.open(options);
      open.push(page);
      return page;
    },
    gemini() {
      if (!service) throw new Error('the service is not there yet');
      return service;
    },
  };
}
