// Runs the loopback Gemini by hand: node test/support/gemini/serve.mjs [port] [latencyMs]. 4174 is the port that the
// manifest allows for development.
import { startLoopbackGemini } from './loopback.mjs';

const [port = '4174', latencyMs = '800'] = process.argv.slice(2);
const gemini = await startLoopbackGemini({ port: Number(port), latencyMs: Number(latencyMs), chunkMs: 60 });
console.log(`Loopback Gemini at ${gemini.url} with the key ${gemini.key}`);
