// The playground's server: what it answers, and to whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type PlaygroundServer } from '../../playground/serve.mjs';

let server: PlaygroundServer;
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`, init);

beforeAll(async () => { server = await startServer({ port: 0 }); });
afterAll(async () => { await server.close(); });

describe('the server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
    ['/canvaskit.wasm', 'application/wasm'],
    ['/emscripten-module.wasm', 'application/wasm'],
    ['/Inter-Regular.ttf', 'font/ttf'],
    ['/manifest.json', 'application/json; charset=utf-8'],
    ['/sample/dunes.jpg', 'image/jpeg'],
  ])('[PY1] answers %s as %s', async (path, type) => {
    const response = await get(path, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it('[PY2] lets nothing be cached', async () => {
    expect((await get('/page.css')).headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/dist/../package.json', '/dist/%2e%2e/package.json', '/sample/..%2f..%2f..%2fpackage.json', '/package.json', '/sample/%00.jpg'])('[PY3] gives nothing outside its folders: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('[PY3] answers an address that cannot be read with 400', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(400);
  });

  it('[PY4] takes nothing but GET and HEAD', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('[PY5] takes another port when the wanted one is busy', async () => {
    const second = await startServer({ port: server.port, build: false });
    expect(second.port).not.toBe(server.port);
    await second.close();
  });
});
