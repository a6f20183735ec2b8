// Answers one request with a file below one of the served folders. It knows no route but the list it is given.
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.fig': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** `mounts` lists [prefix ending in a slash, folder] or [path, file]; the first that fits and holds the file answers. */
export async function answer(request, response, mounts) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET is served here.');
  const path = wantedPath(request.url ?? '/');
  if (path === null) return end(response, 400, 'That address cannot be read.');
  const file = await locate(path === '/' ? '/index.html' : path, mounts);
  if (!file) return end(response, 404, `There is no ${path}.`);
  const bytes = await readFile(file);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function wantedPath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

async function locate(path, mounts) {
  for (const [prefix, place] of mounts) {
    const isFolder = prefix.endsWith('/');
    if (isFolder ? !path.startsWith(prefix) : path !== prefix) continue;
    const file = isFolder ? join(place, path.slice(prefix.length)) : place;
    if (file.includes('\0') || (isFolder && !file.startsWith(place + sep))) continue;
    if (await stat(file).then((found) => found.isFile(), () => false)) return file;
  }
  return undefined;
}

function end(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
