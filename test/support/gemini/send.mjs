// Puts one answer on the wire, whole or in one of the ways in which networks fail.

const SLICES = 20;

/** Resolves when all was sent that will be. `fault` is the script of the request, `body` a string, or buffers. */
export async function send(response, { status, headers, body, fault, pause }) {
  if (fault.drop === 'atOnce') return void response.destroy();
  if (fault.hang === 'atOnce') return;
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers, ...fault.headers });
  if (Array.isArray(body) && !fault.drop && !fault.hang && !fault.slowMs) {
    for (const part of body) response.write(part);
    return void response.end();
  }
  const bytes = Array.isArray(body) ? Buffer.concat(body) : Buffer.from(body);
  if (fault.drop === 'halfway' || fault.hang === 'halfway') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => fault.drop && response.destroy());
    return;
  }
  if (fault.slowMs) await drip(response, bytes, fault.slowMs / SLICES, pause);
  response.end(fault.slowMs ? undefined : bytes);
}

async function drip(response, bytes, delayMs, pause) {
  const step = Math.ceil(bytes.length / SLICES);
  for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
    response.write(bytes.subarray(at, at + step));
    await pause(delayMs);
  }
}
