// Sets zod up once in each half: no generated code, since neither Figma's CSP nor ours allows eval.
import * as z from './z.ts';

/** `words` are zod's messages in a language; the window leaves them out, as the sandbox alone says what was wrong with a call. */
export function setUpZod(words: Parameters<typeof z.config>[0] = {}): void {
  z.config({ ...words, jitless: true });
}
