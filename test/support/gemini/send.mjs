// Puts one answer on the wire, whole or in one of the ways in which networks fail.

const SLICES = 20;

/**
 * Resolves when all was sent that will be. `fault` is the script of the request, `body` a string, or buffers; `pieces` are the events of
 * a stream, sent one by one in place of the body.
 */
export async function send(response, { status, headers, body, pieces, chunkMs, fault, pause }) {
  if (fault.drop === 'atOnce') return void response.destroy();
  if (fault.hang === 'atOnce') return;
  const type = pieces ? 'text/event-stream' : 'application/json; charset=UTF-8';
  response.writeHead(status, { 'content-type': type, ...headers, ...fault.headers });
  if (pieces && !fault.slowMs) return sendPieces(response, pieces, chunkMs, fault, pause);
  if (Array.isArray(body) && !pieces && !fault.drop && !fault.hang && !fault.slowMs) {
    for (const part of body) response.write(part);
    return void response.end();
  }
  const whole = pieces ? pieces.join('') : body;
  const bytes = Array.isArray(whole) ? Buffer.concat(whole) : Buffer.from(whole);
  if (fault.drop === 'halfway' || fault.hang === 'halfway') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => fault.drop && response.destroy());
    return;
  }
  if (fault.slowMs) await drip(response, bytes, fault.slowMs / SLICES, pause);
  response.end(fault.slowMs ? undefined : bytes);
}

async function sendPieces(response, pieces, chunkMs, fault, pause) {
  const isCut = fault.drop === 'halfway' || fault.hang === 'halfway';
  for (const piece of isCut ? pieces.slice(0, Math.ceil(pieces.length / 2)) : pieces) {
    if (response.destroyed) return;
    await new Promise((resolve) => response.write(piece, resolve));
    await pause(chunkMs);
  }
  if (!isCut) response.end();
  else if (fault.drop) response.destroy();
}

async function drip(response, bytes, delayMs, pause) {
  const step = Math.ceil(bytes.length / SLICES);
  for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
    response.write(bytes.subarray(at, at + step));
    await pause(delayMs);
  }
}
