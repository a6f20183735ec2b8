// Entry of the provider "Gemini" as a script of its own, Google's SDK included: the window can be used before the browser has read half
// a megabyte that it does not need yet.
import { GoogleGenAI } from '@google/genai/web';
import { setUpZod } from '../../../core/zodSetup.ts';
import type { Provider } from '../provider.ts';
import { createGeminiProvider } from './gemini.ts';
import type { ServiceOptions } from './lazy.ts';

// This script has a zod of its own.
setUpZod();

export function createService(options: ServiceOptions): Provider {
  return createGeminiProvider({ sdk: () => GoogleGenAI, ...options });
}
