// Gemini's Batch API: half price, within a day (https://ai.google.dev/gemini-api/docs/batch-api, read 2026-11-29). Creating a job is not
// idempotent, a list holds no answers, and an answer may come inline or as a file.
import type { BatchJob, GoogleGenAI, InlinedRequest } from '@google/genai/web';
import * as z from '../../../core/z.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import { cleanText } from '../../../core/prompt.ts';
import type { CallContext, Overnight, OvernightAnswer, OvernightJob, OvernightOrder } from '../provider.ts';
import { mapApiError } from './apiErrors.ts';
import { readFileLines, withClient } from './client.ts';
import type { GeminiEffects } from './client.ts';
import { readImageReply } from './reply.ts';
import { imageParameters } from './requests.ts';
import { readUsage, withUsage } from './usage.ts';

const PAGE_SIZE = 100;
const PAGE_LIMIT = 10;

const answerSchema = z.lazy(() =>
  z.object({
    key: z.optional(z.string()),
    metadata: z.catch(z.optional(z.object({ key: z.optional(z.string()) })), undefined),
    response: z.optional(z.looseObject({})),
    error: z.catch(z.optional(z.object({ code: z.catch(z.optional(z.number()), undefined), message: z.catch(z.optional(z.string()), undefined) })), undefined),
  }),
);

export function createOvernight(effects: GeminiEffects): Overnight {
  return {
    submit: (order, context) => withClient(effects, context, { model: order.model, wants: 'image' }, (client) => submit(client, order)),
    list: (context) => withClient(effects, context, { model: null, wants: 'models' }, list),
    collect: ({ name, model }, context) => withClient(effects, context, { model, wants: 'job' }, (client) => collect(client, { name, model }, effects, context)),
    cancel: (name, context) => withClient(effects, context, { model: null, wants: 'job' }, (client) => client.batches.cancel({ name })),
  };
}

async function submit(client: GoogleGenAI, { displayName, model, requests }: OvernightOrder): Promise<string> {
  const src = requests.map(({ key, request }): InlinedRequest => {
    const { contents, config } = imageParameters(request, []);
    return { model, contents, ...(config ? { config } : {}), metadata: { key } };
  });
  const { name } = await client.batches.create({ model, src, config: { displayName } });
  if (name === undefined || name === '') throw new VariegateError('REPLY_MALFORMED', { cause: 'The job has no name.' });
  return name;
}

async function list(client: GoogleGenAI): Promise<readonly OvernightJob[]> {
  const pager = await client.batches.list({ config: { pageSize: PAGE_SIZE } });
  const jobs: (OvernightJob | null)[] = pager.page.map(readJob);
  for (let page = 1; page < PAGE_LIMIT && pager.hasNextPage(); page += 1) jobs.push(...(await pager.nextPage()).map(readJob));
  return jobs.filter((job) => job !== null);
}

function readJob({ name, displayName, state }: BatchJob): OvernightJob | null {
  return name === undefined || displayName === undefined ? null : { name, displayName, state: stateOf(state) };
}

// States that are new to us are taken as "not yet": the job is looked at again.
function stateOf(state: BatchJob['state']): OvernightJob['state'] {
  switch (String(state)) {
    case 'JOB_STATE_SUCCEEDED':
    case 'JOB_STATE_PARTIALLY_SUCCEEDED': return 'ready';
    case 'JOB_STATE_FAILED': return 'failed';
    case 'JOB_STATE_CANCELLED': return 'cancelled';
    case 'JOB_STATE_EXPIRED': return 'expired';
    default: return 'out';
  }
}

async function collect(client: GoogleGenAI, { name, model }: { readonly name: string; readonly model: string }, effects: GeminiEffects, context: CallContext): Promise<readonly OvernightAnswer[]> {
  const { dest } = await client.batches.get({ name });
  const answers: readonly unknown[] = dest?.fileName === undefined ? (dest?.inlinedResponses ?? []) : await readFile(dest.fileName, effects, context);
  return answers.flatMap((answer) => readAnswer(answer, model) ?? []);
}

function readFile(fileName: string, effects: GeminiEffects, context: CallContext): Promise<readonly unknown[]> {
  const file = /^files\/[\w-]+$/.exec(fileName)?.[0];
  if (file === undefined) throw new VariegateError('REPLY_MALFORMED', { cause: 'The answers lie in a file of a strange name.' });
  return readFileLines(effects, context, { model: null, wants: 'job' }, file);
}

function readAnswer(answer: unknown, model: string): OvernightAnswer | null {
  const parsed = z.safeParse(answerSchema, answer);
  const key = parsed.success ? (parsed.data.metadata?.key ?? parsed.data.key) : undefined;
  if (!parsed.success || key === undefined) return null;
  const { response, error } = parsed.data;
  if (!response) return { key, reply: rowError(error, model) };
  const usage = readUsage(response['usageMetadata'], model, true);
  try {
    return { key, reply: { bytes: readImageReply(response), usage, model } };
  } catch (thrown) {
    return { key, reply: withUsage(toVariegateError(thrown), usage) };
  }
}

// A row's error is a google.rpc.Status: its code is one of gRPC, which stands for an HTTP status (google/rpc/code.proto).
const HTTP_OF: Readonly<Record<number, number>> = { 3: 400, 5: 404, 7: 403, 8: 429, 9: 400, 13: 500, 14: 503, 16: 401 };

function rowError(error: { readonly code?: number | undefined; readonly message?: string | undefined } | undefined, model: string): VariegateError {
  const message = cleanText(error?.message ?? 'no answer came for this row.', 200);
  const status = HTTP_OF[error?.code ?? 13] ?? error?.code ?? 500;
  if (status >= 500) return new VariegateError('OVERNIGHT_FAILED', { name: message });
  return mapApiError({ status, body: JSON.stringify({ error: { message } }), model, wants: 'image' });
}
