// An engine for tests that answers real pictures, each different, and remembers which request got which.
import { cacheKey } from '../../../src/core/cacheKey.ts';
import { answerByRules } from '../../../src/core/grammar/answer.ts';
import type { GenerationRequest } from '../../../src/core/request.ts';
import type { Provider } from '../../../src/ui/providers/provider.ts';
import { png } from '../../plugin/samples.ts';
import { SOME_MEASURES } from '../studio.ts';

export interface TestEngine {
  readonly provider: Provider;
  /** The bytes that were answered, by the request key that recipes carry. */
  readonly sent: ReadonlyMap<string, Uint8Array>;
}

/** Answers after `wait`; each picture counts as 1120 tokens. */
export function createEngine(wait: (request: GenerationRequest) => Promise<void> = () => Promise.resolve()): TestEngine {
  const sent = new Map<string, Uint8Array>();
  const usage = (model: string, imageTokens: number) => ({ model, inputTokens: 1000, outputTokens: 0, imageTokens });
  return {
    sent,
    provider: {
      id: 'gemini', needsKey: true, isRemote: true, inlineBytes: null, overnight: null,
      plan: (task) =>
        Promise.resolve({
          directions: Array.from({ length: task.count }, (_, index) => ({ id: `d${index}`, caption: `Way ${index + 1}`, text: `go way ${index + 1}`, axes: [] })),
          usage: usage(task.textModel, 0),
        }),
      async make(request) {
        await wait(request);
        const key = cacheKey(request);
        const bytes = png(30, 20, 10 + sent.size * 7);
        sent.set(key, bytes);
        return { bytes, usage: usage(request.model, 1120), model: request.model };
      },
      ask: ({ task, textModel }) => Promise.resolve({ answer: answerByRules(task, SOME_MEASURES), written: '', usage: usage(textModel, 0), model: textModel }),
      readAgain: null,
      checkKey: () => Promise.resolve({ usableModels: [] }),
    },
  };
}
