// Entry of Google's SDK as a script of its own: it lies in the window as text and runs before the first request, so that
// the window can be used before the browser has read 400 kB that it does not need yet.
import { GoogleGenAI } from '@google/genai/web';
import { SDK_HOOK } from './sdkHook.ts';

Reflect.set(globalThis, SDK_HOOK, GoogleGenAI);
