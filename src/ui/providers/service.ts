// Entry of the providers that speak to a service, as a script of its own, Google's SDK included: the window can be used before the browser
// has read what it does not need yet.
import { GoogleGenAI } from '@google/genai/web';
import { setUpZod } from '../../core/zodSetup.ts';
import { createGatewayProvider } from './gateway/gateway.ts';
import { createGeminiProvider } from './gemini/gemini.ts';
import type { ServiceOptions } from './gemini/lazy.ts';
import type { Provider } from './provider.ts';

// This script has a zod of its own.
setUpZod();

export { createGatewayProvider };

export function createService(options: ServiceOptions): Provider {
  return createGeminiProvider({ sdk: () => GoogleGenAI, ...options });
}
