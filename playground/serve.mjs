// Serves the playground on this machine only: `node playground/serve.mjs [--port 4173]`. Builds the page, not the plugin.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage, builtPage } from './build.mjs';
import { answer } from './server/answer.mjs';

const root = join(import.meta.dirname, '..');
const FIRST_PORT = 4173;
// 4174 belongs to the loopback Gemini of the manifest's devAllowedDomains.
const SECOND_PORT = 4180;
const PORTS_TRIED = 20;

/** Listens on 127.0.0.1; `port: 0` takes any free one, otherwise that one or the first free one from 4180 on. `build: false` serves what is there. */
export async function startServer({ port = FIRST_PORT, build = true } = {}) {
  if (build) await buildPage();
  const mounts = servedFolders();
  const server = createServer((request, response) => {
    answer(request, response, mounts).catch((error) => response.destroy(error));
  });
  const taken = await listen(server, port);
  return {
    port: taken,
    url: `http://localhost:${taken}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

function servedFolders() {
  const core = dirname(createRequire(import.meta.url).resolve('@open-pencil/core/package.json'));
  return [
    ['/dist/', join(root, 'dist')],
    ['/manifest.json', join(root, 'manifest.json')],
    ['/sample/', join(root, 'playground', 'sample', 'pictures')],
    ['/', builtPage],
    ['/', join(core, 'assets')],
  ];
}

async function listen(server, port) {
  const candidates = port === 0 ? [0] : [port, ...Array.from({ length: PORTS_TRIED }, (_, index) => SECOND_PORT + index)];
  for (const candidate of candidates) {
    const taken = await attempt(server, candidate);
    if (taken !== null) return taken;
  }
  throw new Error(`Neither port ${port} nor one of ${SECOND_PORT} to ${SECOND_PORT + PORTS_TRIED - 1} is free.`);
}

function attempt(server, port) {
  return new Promise((resolve, reject) => {
    const failed = (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error));
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(server.address().port);
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.indexOf('--port');
  const { url } = await startServer(asked > 0 ? { port: Number(process.argv[asked + 1]) } : {});
  console.log(url);
}
