// What is true of this session: the connection, the settings, the key's state and the day's spending.
import { signal } from '@preact/signals';
import type { KeyState, Spend } from '../../core/bridge/contract.ts';
import type { ErrorCode, ErrorData } from '../../core/errors.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import type { RecipePanel } from '../../core/recipes/recipe.ts';
import type { Settings } from '../../core/settings.ts';

export type Connection = 'starting' | 'ready' | 'failed';

export const connection = signal<Connection>('starting');
/** The file has an overnight batch. */
export const hasOvernight = signal(false);
/** The taste profile of this file; null without one. */
export const fileTaste = signal<string | null>(null);
export const canEdit = signal(true);
export const settings = signal<Settings>(DEFAULT_SETTINGS);
export const key = signal<KeyState>({ isSet: false, ending: '' });
export const gatewayKey = signal<KeyState>({ isSet: false, ending: '' });
export const spentToday = signal<Spend>({ day: '', usd: 0 });

/** The one sentence of the status line. */
export const status = signal('Ready');
/** The one error that is shown, with what its button needs to know. */
export const alert = signal<Alert | null>(null);

/** Recipes of several runs that were started in this window: Create shows how each stands, whatever recipe is chosen. */
export const shownPanels = signal<readonly RecipePanel[]>([]);

/** A set of results was looked over in this window. */
export const isSetShown = signal(false);

/** Work besides runs and questions that Cancel stops. */
export const stoppable = signal<readonly AbortController[]>([]);

/** Reasons why something could not be remembered that were said already. */
export const unsavedTold = signal<readonly ErrorCode[]>([]);

export interface Alert {
  readonly error: ErrorData;
  /** The job it speaks of; null for the plugin as a whole. */
  readonly jobId: string | null;
  /** What "Try again" does, where it is neither a job nor Make. */
  readonly retry?: () => void;
}

/** What "Test key" found. */
export const keyTest = signal<KeyTest>({ at: 'idle' });

/** How the test of the gateway stands; what it found is in the settings. */
export const gatewayTest = signal<Exclude<KeyTest, { at: 'passed' }>>({ at: 'idle' });

export type KeyTest =
  | { readonly at: 'idle' }
  | { readonly at: 'testing' }
  | { readonly at: 'passed'; readonly usableModels: readonly string[] }
  | { readonly at: 'failed'; readonly error: ErrorData };
