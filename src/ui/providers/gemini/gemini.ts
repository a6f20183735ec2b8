// The provider "Gemini": plans and answers with a text model, makes pictures with an image model, through Google's SDK.
// It sends once and answers once; retries, time-outs, fallbacks and limits belong to ui/run.
import type { GoogleGenAI } from '@google/genai/web';
import type { Usage } from '../../../core/cost.ts';
import { IMAGE_MODELS, TEXT_MODELS } from '../../../core/model.ts';
import { readAnswer } from '../../../core/studio/read.ts';
import type { CallContext, KeyCheck, Provider } from '../provider.ts';
import { ask } from './ask.ts';
import { withClient } from './client.ts';
import type { GeminiEffects } from './client.ts';
import { GEMINI_FACTS } from './facts.ts';
import { readDirections } from '../shared/directions.ts';
import { createOvernight } from './overnight.ts';
import { readImageReply, readTextReply } from './reply.ts';
import { nextTask } from '../shared/nextTask.ts';
import { imageParameters, planParameters } from './requests.ts';
import { readUsage, withUsage } from './usage.ts';

// 1000 is the most that the list gives at once; Google has about 60 models, so ten pages are already a fault.
const PAGE_SIZE = 1000;
const PAGE_LIMIT = 10;

export function createGeminiProvider(effects: GeminiEffects): Provider {
  return {
    ...GEMINI_FACTS,
    plan: (task, context) =>
      withClient(effects, context, { model: task.textModel, wants: 'text' }, async (client) => {
        const response = await client.models.generateContent(planParameters(task));
        const usage = readUsage(response.usageMetadata, task.textModel, false);
        const directions = billed(usage, () => readDirections(readTextReply(response), task.count));
        return { directions, usage };
      }),
    make: (request, inputs, context) =>
      withClient(effects, context, { model: request.model, wants: 'image' }, async (client) => {
        const response = await client.models.generateContent(imageParameters(request, inputs));
        const usage = readUsage(response.usageMetadata, request.model, true);
        const bytes = billed(usage, () => readImageReply(response));
        await nextTask(bytes.length);
        return { bytes, usage, model: request.model };
      }),
    ask: (question, context) => ask(effects, question, context),
    readAgain: (task, written) => Promise.resolve().then(() => readAnswer(task, written)),
    checkKey: (context) => checkKey(effects, context),
    overnight: createOvernight(effects),
  };
}

function billed<Result>(usage: Usage | null, read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    throw withUsage(thrown, usage);
  }
}

function checkKey(effects: GeminiEffects, context: CallContext): Promise<KeyCheck> {
  return withClient(effects, context, { model: null, wants: 'models' }, async (client) => {
    const visible = await visibleModels(client);
    const ours = [...IMAGE_MODELS, ...TEXT_MODELS].filter((card) => card.provider === 'gemini');
    return { usableModels: ours.map((card) => card.id).filter((id) => visible.has(id)) };
  });
}

async function visibleModels(client: GoogleGenAI): Promise<ReadonlySet<string>> {
  const pager = await client.models.list({ config: { pageSize: PAGE_SIZE } });
  const names: (string | undefined)[] = pager.page.map((model) => model.name);
  for (let page = 1; page < PAGE_LIMIT && pager.hasNextPage(); page += 1) {
    names.push(...(await pager.nextPage()).map((model) => model.name));
  }
  return new Set(names.map((name) => (name ?? '').replace(/^models\//, '')));
}
