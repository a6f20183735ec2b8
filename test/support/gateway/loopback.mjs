// An OpenAI-compatible gateway on this computer, for tests: answers in the shapes that OpenRouter and LiteLLM document, or as a script says.
import { createServer } from 'node:http';
import { planText } from '../gemini/plan.mjs';
import { decodePng, encodePng } from '../gemini/png.mjs';
import { studioText } from '../gemini/studio.mjs';

export const GATEWAY_KEY = 'sk-or-v1-loopback-0123456789abcdef';
const SCHEMA = 'Answer with JSON of this schema and nothing else:\n';
const MOST_BYTES = 30_000_000;

/** `number` is what stands in the canary; a gateway cannot be made to read here. */
export async function startLoopbackGateway({ number = '550' } = {}) {
  const requests = [];
  let scripts = [];
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.keepAliveTimeout = 100;

  async function answer(request, response) {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type', 'access-control-allow-methods': 'POST' };
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
    const chunks = [];
    let length = 0;
    for await (const chunk of request) if ((length += chunk.length) <= MOST_BYTES) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    requests.push({ method: request.method, path: request.url, headers: request.headers, body });
    const isKnown = request.headers.authorization === `Bearer ${GATEWAY_KEY}`;
    const script = isKnown ? (scripts.shift() ?? {}) : { status: 401, body: { error: { code: 401, message: 'No auth credentials found' } } };
    const usual = script.body ?? usualAnswer(body, number);
    if (script.delayMs) await new Promise((resolve) => setTimeout(resolve, script.delayMs));
    const made = script.edit ? script.edit(usual) : usual;
    response.writeHead(script.status ?? 200, { 'content-type': 'application/json', ...cors, ...script.headers }).end(typeof made === 'string' ? made : JSON.stringify(made));
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    key: GATEWAY_KEY,
    requests,
    next: (...more) => (scripts = [...scripts, ...more]),
    reset() {
      scripts = [];
      requests.length = 0;
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

function usualAnswer({ modalities = [], messages = [] }, number) {
  const parts = messages[0]?.content ?? [];
  const words = parts.filter(({ type }) => type === 'text').map(({ text }) => text).join('\n');
  const pictures = parts.filter(({ type }) => type === 'image_url').map(({ image_url: { url } }) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  if (modalities.includes('image')) return withImage(painted(words, pictures));
  return { choices: [{ message: { role: 'assistant', content: textFor(words, pictures, number) }, finish_reason: 'stop' }], usage: { prompt_tokens: 120, completion_tokens: 40 } };
}

function textFor(words, pictures, number) {
  if (words.includes('Which number stands')) return pictures.length > 0 ? number : 'none';
  const at = words.lastIndexOf(SCHEMA);
  if (at < 0) return 'ready';
  const config = { responseMimeType: 'application/json', responseJsonSchema: JSON.parse(words.slice(at + SCHEMA.length)) };
  return studioText(config, words, pictures.map((bytes) => ({ bytes }))) ?? planText(config, words);
}

/** As LiteLLM and OpenRouter answer. */
export function withImage(png) {
  return {
    choices: [{ message: { role: 'assistant', content: 'Here it is:', images: [{ type: 'image_url', index: 0, image_url: { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, detail: 'auto' } }] }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 300, completion_tokens: 1290 },
  };
}

/** One colour: that of the first picture's corner, or one that the words decide. */
function painted(words, pictures) {
  const colour = cornerOf(pictures[0]) ?? [words.length % 200, 120, 90];
  return encodePng({ width: 256, height: 256, rgb: new Uint8Array(256 * 256 * 3).map((_, index) => colour[index % 3]) });
}

function cornerOf(bytes) {
  try {
    return [...decodePng(bytes).rgb.slice(0, 3)];
  } catch {
    return null;
  }
}
