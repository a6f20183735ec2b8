// Sets zod up once in each half: English messages, and no generated code (neither Figma's CSP nor ours allows eval).
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

export function setUpZod(): void {
  z.config({ ...en(), jitless: true });
}
