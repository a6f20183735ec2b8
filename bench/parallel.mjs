// Eight variants at once over one, with a service that takes two seconds for each, against the same for the bare way of the same eight:
// fetched, parsed, decoded from base64, opened once to see that they are pictures, and posted to the sandbox. Two cores that also run the
// service have twenty million bytes to encrypt and carry, whoever asks for them. By HTTP/2, as Google answers: over HTTP/1.1 a browser
// opens six connections to a host and no more.
import { LOOPBACK_KEY, startLoopbackGemini } from '../test/support/gemini/loopback.mjs';
import { HOST, certificate, launchAsGoogle } from './asGoogle.mjs';
import { fixedPainter } from './pictures.mjs';
import { DEFAULT_SETTINGS } from './settings.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const ROUNDS = 5;
const LATENCY_MS = 2000;
/** The history of eight pictures is written after they are placed. */
const SETTLING_MS = 1500;

export async function parallel() {
  const gemini = await startLoopbackGemini({ port: 0, latencyMs: LATENCY_MS, paint: fixedPainter(), tls: await certificate() });
  const browser = await launchAsGoogle(gemini.port);
  const window = await createWindow(browser, { asGoogle: gemini, settings: { ...DEFAULT_SETTINGS, requestsAtOnce: 8 } });
  const times = { one: [], eight: [], bareOne: [], bareEight: [] };
  await window.run(1);
  const { path, body } = gemini.requests.find(({ kind }) => kind === 'image');
  const bare = (count) => window.frame.evaluate(bareWay, { url: `https://${HOST}${path}`, body: JSON.stringify(body), key: LOOPBACK_KEY, count });
  for (let round = 0; round < ROUNDS; round += 1) {
    times.one.push(await window.run(1));
    times.bareOne.push(await bare(1));
    times.eight.push(await window.run(8));
    times.bareEight.push(await bare(8));
    await window.page.waitForTimeout(SETTLING_MS);
  }
  await window.close();
  await browser.close();
  return [
    {
      what: '8 variants in parallel',
      value: median(times.eight) / median(times.one) / (median(times.bareEight) / median(times.bareOne)),
      budget: 1.15,
      baseline: 'the bare way of eight over that of one, 2 s of latency',
      detail: `${spread(times.eight)} against ${spread(times.one)}; bare ${spread(times.bareEight)} against ${spread(times.bareOne)}`,
    },
  ];
}

/** Runs in the frame: milliseconds until `count` answers have gone the bare way. */
async function bareWay({ url, body, key, count }) {
  const start = performance.now();
  const one = async () => {
    const reply = JSON.parse(await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-goog-api-key': key }, body })).text());
    const text = reply.candidates[0].content.parts.find(({ inlineData, thought }) => inlineData && !thought).inlineData.data;
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    (await createImageBitmap(new Blob([bytes]))).close();
    parent.postMessage({ picture: bytes }, '*');
  };
  await Promise.all(Array.from({ length: count }, one));
  return performance.now() - start;
}
