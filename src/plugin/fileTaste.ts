// The taste profile of this file, where the designer keeps one: in the document's own notes, so that whoever opens the file can read it.
import type { CallInput } from '../core/bridge/contract.ts';
import { aside } from './write.ts';

const KEY = 'taste';

/** Null where the file has none. */
export function readFileTaste(): string | null {
  const entry = figma.root.getPluginData(KEY);
  // The first letter tells an empty profile from none.
  return entry === '' ? null : entry.slice(1);
}

/** Null takes it away. Fails with READ_ONLY where the file cannot be edited. */
export function saveFileTaste({ text }: CallInput<'saveFileTaste'>): Record<string, never> {
  aside(() => figma.root.setPluginData(KEY, text === null ? '' : `1${text}`));
  return {};
}
