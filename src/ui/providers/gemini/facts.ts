// What is known of the provider "Gemini" before its script has run.
import { LIMITS } from '../../../core/limits.ts';

export const GEMINI_FACTS = { id: 'gemini', needsKey: true, isRemote: true, inlineBytes: LIMITS.geminiInline.value } as const;
