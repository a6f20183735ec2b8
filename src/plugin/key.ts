// The API keys, Gemini's and that of a gateway: stored on this computer only, told to the UI as set or not, and handed out for a request alone. None enters an error.
import type { CallInput, CallOutput, KeyState } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { forget, load, save } from './storage.ts';
import type { StorageKey } from './storage.ts';

/** A key shorter than this shows no ending: four of its characters would be too much of it. */
const SHOWS_ENDING = 12;

type Owner = CallInput<'readKey'>['of'];

export async function keyState(of?: Owner): Promise<KeyState> {
  return stateOf(await storedKey(of));
}

/** Trimmed, stored, and read back: what the state says is what Figma kept. */
export async function saveKey(input: CallInput<'saveKey'>): Promise<KeyState> {
  const key = input.key.trim();
  if (key === '') throw new VariegateError('KEY_MISSING');
  await save(placeOf(input.of), key);
  const kept = await storedKey(input.of);
  if (kept !== key) throw new VariegateError('STORAGE_FAILED');
  return stateOf(kept);
}

export async function forgetKey({ of }: CallInput<'forgetKey'>): Promise<KeyState> {
  await forget(placeOf(of));
  return stateOf(await storedKey(of));
}

export async function readKey({ of }: CallInput<'readKey'>): Promise<CallOutput<'readKey'>> {
  return { key: await storedKey(of) };
}

function placeOf(of: Owner): StorageKey {
  return of === 'gateway' ? 'gatewayKey' : 'key';
}

async function storedKey(of: Owner): Promise<string | null> {
  const stored = await load(placeOf(of));
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

function stateOf(key: string | null): KeyState {
  return { isSet: key !== null, ending: key !== null && key.length >= SHOWS_ENDING ? key.slice(-4) : '' };
}
