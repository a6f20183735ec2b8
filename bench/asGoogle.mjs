// A loopback Gemini in Google's place: a browser that finds Google's host on 127.0.0.1, by HTTPS and HTTP/2 as the real one.
// The window under measurement is then the one that ships, with the address that ships.
import { generate } from 'selfsigned';
import { launchBrowser } from '../test/support/browser.mjs';

export const HOST = 'generativelanguage.googleapis.com';

/** A key and a certificate for Google's host that nobody but this run's browser believes. */
export async function certificate() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOST }], { keySize: 2048, algorithm: 'sha256' });
  return { key, cert };
}

export function launchAsGoogle(port) {
  return launchBrowser({ more: [`--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${port}`, '--ignore-certificate-errors'] });
}
