// Runs a plugin in the host's own engine, for stepping through it in a debugger. Names that Figma does not have are shadowed, not removed.
import { bootstrap } from './bootstrap.ts';
import type { Engine, EngineHooks } from './engine.ts';
import { makeWire } from './wire.ts';

const SHADOWED = [
  'window', 'document', 'self', 'globalThis', 'process', 'require', 'module', 'Buffer', 'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'crypto',
  'structuredClone', 'queueMicrotask', 'AbortController', 'Blob', 'performance', 'Intl', 'WebAssembly', 'Headers', 'localStorage',
];

export function directEngine(hooks: EngineHooks): Engine {
  let outgoing: readonly Uint8Array[] = [];
  const host = {
    call(operation: string, kind: string, id: string, member: string, json: string, ...bytes: Uint8Array[]): string {
      const answer = hooks.onCall(operation, kind, id, member, json, bytes.map((one) => one.slice()));
      outgoing = answer.bytes;
      return answer.text;
    },
    takeBytes: (index: number): Uint8Array => (outgoing[index] ?? new Uint8Array()).slice(),
  };
  const { globals, dispatch } = bootstrap(host, makeWire);
  return {
    evaluate(code) {
      const names = [...Object.keys(globals), ...SHADOWED];
      const run: unknown = new Function(...names, code);
      if (typeof run === 'function') Reflect.apply(run, undefined, Object.values(globals));
    },
    dispatch: (what, id, json, bytes) => dispatch(what, id, json, (index) => (bytes[index] ?? new Uint8Array()).slice()),
    pump() {},
    dispose() {},
  };
}
