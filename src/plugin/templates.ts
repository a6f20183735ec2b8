// The designer's own templates, kept on this computer. What they mean is core/templates; here they are read and written as a whole.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { load, save } from './storage.ts';

/** What is stored, unread: the window checks it. Without its storage the plugin has no own templates. */
export async function readTemplates(): Promise<CallOutput<'readTemplates'>> {
  return { stored: (await load('templates').catch(() => null)) ?? null };
}

/** Fails with STORAGE_FULL or STORAGE_FAILED; what was stored before stays then. */
export async function saveTemplates({ stored }: CallInput<'saveTemplates'>): Promise<Record<string, never>> {
  await save('templates', stored);
  return {};
}
