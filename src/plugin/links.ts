// The pages outside Figma that the plugin may open. The UI names one; an address never crosses the bridge.
import type { CallInput } from '../core/bridge/contract.ts';

const LINKS = {
  billing: 'https://aistudio.google.com/billing',
  keys: 'https://aistudio.google.com/apikey',
  docs: 'https://ai.google.dev/gemini-api/docs',
} as const satisfies Record<CallInput<'openLink'>['url'], string>;

export function openLink(input: CallInput<'openLink'>): Record<string, never> {
  figma.openExternal(LINKS[input.url]);
  return {};
}
