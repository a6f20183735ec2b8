// The SDK as Node imports it, for providers outside a window.
import { GoogleGenAI } from '@google/genai/web';

export const sdk = () => GoogleGenAI;
