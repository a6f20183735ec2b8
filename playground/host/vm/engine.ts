// What runs a plugin's code. Types only: quickEngine.ts is QuickJS, directEngine.ts the host's own engine.
import type { Dispatch } from './bootstrap.ts';

export interface HostAnswer { readonly text: string; readonly bytes: readonly Uint8Array[] }
/** The sandbox's calls, with their byte arrays already copied out of it. */
export type OnCall = (operation: string, kind: string, id: string, member: string, json: string, bytes: readonly Uint8Array[]) => HostAnswer;

export interface Engine {
  /** Throws what the code throws. */
  evaluate(code: string): void;
  dispatch(what: Parameters<Dispatch>[0], id: number, json: string, bytes: readonly Uint8Array[]): string;
  /** Runs the promise jobs that wait. Throws when one of them could not be run. */
  pump(): void;
  dispose(): void;
}

export interface EngineHooks {
  readonly onCall: OnCall;
  /** Asked now and then while code runs: true stops it. */
  shouldStop(): boolean;
}
