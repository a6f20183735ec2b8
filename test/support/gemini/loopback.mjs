// A Gemini on 127.0.0.1 for tests, the playground and the demo: strict about what it takes, and scriptable. Holds no
// real key, reaches nothing, and knows nothing of the product.
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { generateAnswer, googleError, listAnswer } from './answers.mjs';
import { batchAnswer, isBatchPath, settleJobs } from './batches.mjs';
import { IMAGE_MODELS, TEXT_MODELS } from './models.mjs';
import { quotaRefusal } from './quota.mjs';
import { send } from './send.mjs';
import { streamEvents, withText } from './stream.mjs';
import { faultOf } from './strict.mjs';

/** A key that it accepts. */
export const LOOPBACK_KEY = 'AIzaSyLoopbackKey0000000000000000000000';

const ALLOWED_HEADERS = ['content-type', 'x-goog-api-key', 'x-goog-api-client'];
const MARK = '(picture)';
const lastText = { text: '', bytes: Buffer.alloc(0) };
const GENERATE = /^\/v1beta\/models\/([\w.-]+):(generateContent|streamGenerateContent)$/;

/** Starts it. Options, scripts and the handle are described in loopback.d.mts. */
export async function startLoopbackGemini(options = {}) {
  const state = {
    keys: [LOOPBACK_KEY], latencyMs: 0, chunkMs: 5, strict: true, hidden: [], pageLimit: 1000, batchMs: null, batchBy: 'inline', ...options,
    script: [...(options.script ?? [])], jobs: [], counted: [], requests: [], inFlight: 0, mostInFlight: 0, timers: new Set(),
  };
  const listener = (request, response) => {
    serve(state, request, response).catch((error) => response.destroy(error));
  };
  const server = options.tls ? createSecureServer({ ...options.tls, allowHTTP1: true }, listener) : createServer(listener);
  // Never closes a connection that a slow test is about to use again.
  server.keepAliveTimeout = 600_000;
  await new Promise((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve));
  return handle(state, server);
}

function handle(state, server) {
  const { port } = server.address();
  return {
    port,
    url: `${state.tls ? 'https' : 'http'}://localhost:${port}`,
    key: state.keys[0],
    requests: state.requests,
    get inFlight() { return state.inFlight; },
    get mostInFlight() { return state.mostInFlight; },
    next: (...scripts) => void state.script.push(...scripts),
    jobs: state.jobs,
    settleJobs: (to, displayName) => settleJobs(state, to, displayName),
    refuseInBatch: (refuse) => void (state.refuseInBatch = refuse),
    answerBatchesBy: (by) => void (state.batchBy = by),
    reset: () => { state.script.length = 0; state.requests.length = 0; state.jobs.length = 0; state.mostInFlight = state.inFlight; },
    close: () => close(state, server),
  };
}

function close(state, server) {
  for (const timer of state.timers) clearTimeout(timer);
  server.closeAllConnections?.();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function serve(state, request, response) {
  const cors = corsHeaders(request);
  if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
  const record = recordOf(request);
  state.requests.push(record);
  track(state, record, response);
  record.body = parse(await readAll(request));
  const fault = takeScript(state, record.kind);
  // A quota is looked at when a request comes, and refuses at once.
  const overQuota = ['image', 'text'].includes(record.kind) ? quotaRefusal(state) : null;
  await pauseFor(state, overQuota ? 0 : (fault.delayMs ?? state.latencyMs));
  if (response.destroyed) return;
  const normal = overQuota ?? (fault.status === undefined ? answerTo(state, record) : { status: fault.status, body: googleError(fault.status, fault.error) });
  const body = fault.body ?? scripted(normal, fault, record);
  const isStream = record.isStream && normal.status === 200 && fault.body === undefined;
  record.status = normal.status;
  await send(response, {
    status: normal.status, headers: cors, fault, pieces: isStream ? streamEvents(body, fault) : null,
    body: typeof body === 'string' ? body : written(body),
    chunkMs: fault.chunkMs ?? state.chunkMs, pause: (delayMs) => pauseFor(state, delayMs),
  });
}

function scripted(normal, { text, edit }, record) {
  if (normal.status !== 200) return normal.body;
  const answer = text === undefined ? normal.body : withText(normal.body, text);
  return edit ? edit(answer, record) : answer;
}

// A painter that always gives the same bytes is not to cost a measurement the writing of the same answer each time.
function written(body) {
  const parts = body.candidates?.[0]?.content?.parts ?? [];
  const data = parts.map((part) => part.inlineData?.data).find((text) => text?.length > 100_000);
  if (data === undefined) return JSON.stringify(body);
  const [before, after] = JSON.stringify(body, (key, value) => (key === 'data' ? MARK : value)).split(`"${MARK}"`);
  return [Buffer.from(`${before}"`), bytesOf(data), Buffer.from(`"${after}`)];
}

function bytesOf(text) {
  if (lastText.text !== text) Object.assign(lastText, { text, bytes: Buffer.from(text) });
  return lastText.bytes;
}

function answerTo(state, record) {
  const refusal = keyRefusal(state, record) ?? headerRefusal(state, record);
  if (refusal) return refusal;
  if (record.kind === 'models') return { status: 200, body: listAnswer(record.query, state) };
  if (record.kind === 'batch') return batchAnswer(state, record);
  if (state.strict && record.isStream && record.query.get('alt') !== 'sse') return failure(400, { message: 'Strict: a stream is asked for as alt=sse.' });
  if (!knows(state, record.model)) return failure(404, { message: `models/${record.model} is not found for API version v1beta.` });
  const fault = state.strict ? faultOf(record.model, record.body) : null;
  return fault ? failure(400, { message: fault }) : { status: 200, body: generateAnswer(record.model, record.body, state) };
}

function knows(state, model) {
  return !state.hidden.includes(model) && (model in IMAGE_MODELS || TEXT_MODELS.includes(model));
}

function keyRefusal(state, record) {
  const key = record.headers['x-goog-api-key'];
  if (record.query.has('key')) return failure(400, { message: 'Strict: the key belongs in a header, not in the address.' });
  if (key === undefined) return failure(403, { message: 'Method doesn’t allow unregistered callers.' });
  return state.keys.includes(key) ? null : failure(400, { message: 'API key not valid. Please pass a valid API key.', reason: 'API_KEY_INVALID' });
}

// What a browser would not get through Google's CORS is refused from Node as well.
function headerRefusal(state, record) {
  const extra = Object.keys(record.headers).find((name) => /^(x-|authorization)/.test(name) && !ALLOWED_HEADERS.includes(name));
  if (!state.strict || (extra === undefined && !/genai-sdk/.test(record.headers['user-agent'] ?? ''))) return null;
  return failure(400, { message: `Strict: the header ${extra ?? 'user-agent'} does not pass CORS.` });
}

function corsHeaders(request) {
  const asked = (request.headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': asked.filter((name) => ALLOWED_HEADERS.includes(name)).join(', '),
    'access-control-allow-private-network': 'true',
    'access-control-max-age': '3600',
    vary: 'origin',
  };
}

function recordOf(request) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, model = null, method] = GENERATE.exec(url.pathname) ?? [];
  const kind = url.pathname === '/v1beta/models' ? 'models' : isBatchPath(url.pathname) ? 'batch' : model !== null && model in IMAGE_MODELS ? 'image' : 'text';
  return {
    method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: { ...request.headers },
    kind, model, isStream: method === 'streamGenerateContent', body: null, status: null, wasAborted: false,
  };
}

function track(state, record, response) {
  state.inFlight += 1;
  state.mostInFlight = Math.max(state.mostInFlight, state.inFlight);
  response.on('close', () => {
    state.inFlight -= 1;
    record.wasAborted = !response.writableFinished;
  });
}

function takeScript(state, kind) {
  const at = state.script.findIndex((script) => script.for === undefined || script.for === kind);
  return at < 0 ? {} : state.script.splice(at, 1)[0];
}

function pauseFor(state, delayMs) {
  if (!delayMs) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { state.timers.delete(timer); resolve(); }, delayMs);
    state.timers.add(timer);
  });
}

async function readAll(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text) {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return null;
  }
}

function failure(status, error) {
  return { status, body: googleError(status, error) };
}
