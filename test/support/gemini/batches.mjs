// The Batch API of the loopback Gemini: jobs that are made at once or when a test says so, their answers inline or as a file.
import { generateAnswer, googleError } from './answers.mjs';
import { IMAGE_MODELS } from './models.mjs';
import { faultOf } from './strict.mjs';

const CREATE = /^\/v1beta\/models\/([\w.-]+):batchGenerateContent$/;
const JOB = /^\/v1beta\/batches\/([\w-]+)(:cancel)?$/;
const FILE = /^\/v1beta\/files\/([\w-]+):download$/;
const INLINE_LIMIT = 20e6;
const OVER = ['BATCH_STATE_SUCCEEDED', 'BATCH_STATE_FAILED', 'BATCH_STATE_CANCELLED', 'BATCH_STATE_EXPIRED'];

/** True where a path belongs to the Batch API. */
export function isBatchPath(path) {
  return CREATE.test(path) || path === '/v1beta/batches' || JOB.test(path) || FILE.test(path);
}

/** The answer to one call that passed the key: { status, body }. `state.jobs` is the list of jobs, the oldest first. */
export function batchAnswer(state, { method, path, query, body }) {
  const model = CREATE.exec(path)?.[1];
  if (model !== undefined && method === 'POST') return create(state, model, body);
  if (path === '/v1beta/batches' && method === 'GET') return list(state, query);
  const file = FILE.exec(path)?.[1];
  if (file !== undefined && method === 'GET') return download(state, file, query);
  const [, id, cancels] = JOB.exec(path) ?? [];
  const job = state.jobs.find((each) => each.name === `batches/${id}`);
  if (!job) return failure(404, 'Requested entity was not found.');
  if (cancels && method === 'POST') return cancel(job);
  return method === 'GET' && !cancels ? { status: 200, body: operation(state, job, true) } : failure(404, `${method} ${path} is not known.`);
}

/** Makes every job that is out, or puts those of `displayName` into another state. */
export function settleJobs(state, to = 'BATCH_STATE_SUCCEEDED', displayName = null) {
  for (const job of state.jobs) if (!OVER.includes(job.state) && (displayName === null || job.displayName === displayName)) settle(state, job, to);
}

function settle(state, job, to) {
  job.state = to;
  job.endTime = new Date().toISOString();
  job.answers = to === 'BATCH_STATE_SUCCEEDED' ? job.requests.map((each) => answerOf(state, job, each)) : [];
}

function answerOf(state, job, { request, metadata }) {
  const refused = state.refuseInBatch?.(metadata.key, request);
  return refused ? { metadata, error: refused } : { metadata, response: generateAnswer(job.model, request, state) };
}

function create(state, model, body) {
  if (!(model in IMAGE_MODELS) || state.hidden.includes(model)) return failure(404, `models/${model} is not found for API version v1beta.`);
  const fault = faultOfCreate(model, body);
  if (fault) return failure(400, fault);
  const { displayName, inputConfig } = body.batch;
  const job = { name: `batches/loop${(state.jobCount = (state.jobCount ?? 0) + 1)}`, displayName, model, requests: inputConfig.requests.requests, state: 'BATCH_STATE_PENDING', createTime: new Date().toISOString(), answers: [] };
  state.jobs.push(job);
  if (state.batchMs === 0) settle(state, job, 'BATCH_STATE_SUCCEEDED');
  return { status: 200, body: operation(state, job, false) };
}

function faultOfCreate(model, body) {
  const { displayName, inputConfig, ...more } = body.batch ?? {};
  const unknown = Object.keys(body).find((key) => key !== 'batch') ?? Object.keys(more)[0];
  if (unknown !== undefined) return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`;
  if (typeof displayName !== 'string' || displayName === '') return 'batch.display_name is required';
  const requests = inputConfig?.requests?.requests;
  if (!Array.isArray(requests) || requests.length === 0) return 'batch.input_config.requests is required';
  if (JSON.stringify(body).length > INLINE_LIMIT) return 'Request payload size exceeds the limit: 20000000 bytes.';
  for (const { request, metadata } of requests) {
    if (typeof metadata?.key !== 'string') return 'metadata.key is required';
    const { model: named, ...rest } = request ?? {};
    if (named !== undefined && named !== `models/${model}`) return `request.model must be models/${model}`;
    const fault = faultOf(model, rest);
    if (fault) return fault;
  }
  return null;
}

// A list holds no answers, and comes in pages.
function list(state, query) {
  const newest = [...state.jobs].reverse();
  const start = Number(query.get('pageToken') ?? 0);
  const end = start + Math.min(Number(query.get('pageSize') ?? 50), state.pageLimit);
  return { status: 200, body: { operations: newest.slice(start, end).map((job) => operation(state, job, false)), ...(end < newest.length ? { nextPageToken: String(end) } : {}) } };
}

function cancel(job) {
  if (!OVER.includes(job.state)) Object.assign(job, { state: 'BATCH_STATE_CANCELLED', endTime: new Date().toISOString() });
  return { status: 200, body: {} };
}

// Google answers an operation; what was made stands in it twice (https://discuss.ai.google.dev/t/174261).
function operation(state, job, isWhole) {
  const isOver = OVER.includes(job.state);
  const output = isWhole && job.state === 'BATCH_STATE_SUCCEEDED' ? outputOf(state, job) : null;
  return {
    name: job.name,
    metadata: {
      '@type': 'type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch',
      name: job.name, displayName: job.displayName, model: `models/${job.model}`, state: job.state, createTime: job.createTime, updateTime: job.endTime ?? job.createTime,
      ...(job.endTime ? { endTime: job.endTime } : {}),
      batchStats: { requestCount: String(job.requests.length), pendingRequestCount: String(isOver ? 0 : job.requests.length) },
      ...(output ? { output } : {}),
    },
    ...(isOver ? { done: true } : {}),
    ...(job.state === 'BATCH_STATE_FAILED' ? { error: { code: 13, message: 'The job failed inside.' } } : {}),
    ...(output ? { response: output } : {}),
  };
}

function outputOf(state, job) {
  return state.batchBy === 'file' ? { responsesFile: `files/${fileOf(job)}` } : { inlinedResponses: { inlinedResponses: job.answers } };
}

const fileOf = (job) => `of-${job.name.slice('batches/'.length)}`;

function download(state, file, query) {
  const job = state.jobs.find((each) => fileOf(each) === file);
  if (!job || query.get('alt') !== 'media') return failure(404, 'Requested entity was not found.');
  return { status: 200, body: job.answers.map(({ metadata, ...rest }) => JSON.stringify({ key: metadata.key, ...rest })).join('\n') };
}

function failure(status, message) {
  return { status, body: googleError(status, { message }) };
}
