// The pages outside Figma that the plugin may open. The UI names one; an address never crosses the bridge.
import type { CallInput } from '../core/bridge/contract.ts';

const LINKS = {
  billing: 'https://aistudio.google.com/billing',
  keys: 'https://aistudio.google.com/apikey',
  docs: 'https://ai.google.dev/gemini-api/docs',
  policy: 'https://policies.google.com/terms/generative-ai/use-policy',
  synthid: 'https://deepmind.google/models/synthid/',
  c2pa: 'https://c2pa.org/',
} as const satisfies Record<CallInput<'openLink'>['url'], string>;

export function openLink(input: CallInput<'openLink'>): Record<string, never> {
  figma.openExternal(LINKS[input.url]);
  return {};
}
