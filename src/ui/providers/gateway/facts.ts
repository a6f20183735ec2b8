// What is known of the provider "OpenAI-compatible gateway" before its script has run.
import { LIMITS } from '../../../core/limits.ts';

/** Gateways say no limit of their own; that of Gemini is a careful guess. */
export const GATEWAY_FACTS = { id: 'gateway', needsKey: true, isRemote: true, inlineBytes: LIMITS.geminiInline.value } as const;
