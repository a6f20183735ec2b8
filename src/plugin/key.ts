// The API key: stored on this computer only, told to the UI as set or not, and handed out for a request alone. It never enters an error.
import type { CallOutput, KeyState } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { forget, load, save } from './storage.ts';

/** A key shorter than this shows no ending: four of its characters would be too much of it. */
const SHOWS_ENDING = 12;

export async function keyState(): Promise<KeyState> {
  return stateOf(await storedKey());
}

/** Trimmed, stored, and read back: what the state says is what Figma kept. */
export async function saveKey(input: { readonly key: string }): Promise<KeyState> {
  const key = input.key.trim();
  if (key === '') throw new VariegateError('KEY_MISSING');
  await save('key', key);
  const kept = await storedKey();
  if (kept !== key) throw new VariegateError('STORAGE_FAILED');
  return stateOf(kept);
}

export async function forgetKey(): Promise<KeyState> {
  await forget('key');
  return stateOf(await storedKey());
}

export async function readKey(): Promise<CallOutput<'readKey'>> {
  return { key: await storedKey() };
}

async function storedKey(): Promise<string | null> {
  const stored = await load('key');
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

function stateOf(key: string | null): KeyState {
  return { isSet: key !== null, ending: key !== null && key.length >= SHOWS_ENDING ? key.slice(-4) : '' };
}
