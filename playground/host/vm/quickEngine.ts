// Runs a plugin in QuickJS, the engine Figma's sandbox is built on, with Figma's globals and nothing else.
import { getQuickJS, type QuickJSContext, type QuickJSHandle, type QuickJSWASMModule } from 'quickjs-emscripten';
import { bootstrap } from './bootstrap.ts';
import type { Engine, EngineHooks } from './engine.ts';
import { makeWire } from './wire.ts';

const GLUE = `(function (nativeCall, nativeTake) {
  const exact = (bytes) => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()).buffer;
  const host = {
    call: (operation, kind, id, member, json, ...bytes) => nativeCall(operation, kind, id, member, json, ...bytes.map(exact)),
    takeBytes: (index) => new Uint8Array(nativeTake(index)),
  };
  const { globals, dispatch } = (${String(bootstrap)})(host, ${String(makeWire)});
  for (const name of Object.keys(globals)) Object.defineProperty(globalThis, name, { value: globals[name], writable: true, configurable: true, enumerable: true });
  return (what, id, json, ...buffers) => dispatch(what, id, json, (index) => new Uint8Array(buffers[index]));
})`;

export async function quickEngine(hooks: EngineHooks, module?: QuickJSWASMModule): Promise<Engine> {
  const context = (module ?? (await getQuickJS())).newContext();
  // When the heap grows while jobs run, quickjs-emscripten 0.32 reads the context's address from a detached view, finds none, and makes a second
  // context that nobody frees: QuickJS then aborts when the runtime is freed. This runtime has one context, so it is the one that is meant.
  context.runtime.newContext = () => context;
  context.runtime.setInterruptHandler(() => hooks.shouldStop());
  const dispatch = installGlue(context, hooks);
  return {
    evaluate(code) {
      // A string is cut at its first U+0000 on the way into QuickJS.
      if (code.includes('\u0000')) throw new Error('The plugin code holds a U+0000');
      unwrap(context, context.evalCode(code, 'code.js')).dispose();
    },
    dispatch(what, id, json, bytes) {
      const args = [context.newString(what), context.newNumber(id), context.newString(json), ...bytes.map((one) => context.newArrayBuffer(exactBuffer(one)))];
      try {
        const result = unwrap(context, context.callFunction(dispatch, context.undefined, ...args));
        return result.consume((handle) => context.getString(handle));
      } finally {
        args.forEach((handle) => handle.dispose());
      }
    },
    pump() {
      const result = context.runtime.executePendingJobs();
      if (result.error) throw takeError(result.error.context, result.error);
      result.dispose();
    },
    dispose() {
      dispatch.dispose();
      context.dispose();
    },
  };
}

function installGlue(context: QuickJSContext, hooks: EngineHooks): QuickJSHandle {
  let outgoing: readonly Uint8Array[] = [];
  const call = context.newFunction('call', (...handles) => {
    const [operation = '', kind = '', id = '', member = '', json = ''] = handles.slice(0, 5).map((handle) => context.getString(handle));
    const bytes = handles.slice(5).map((handle) => context.getArrayBuffer(handle).consume((view) => view.value.slice()));
    const answer = hooks.onCall(operation, kind, id, member, json, bytes);
    outgoing = answer.bytes;
    return context.newString(answer.text);
  });
  const take = context.newFunction('take', (index) => context.newArrayBuffer(exactBuffer(outgoing[context.getNumber(index)] ?? new Uint8Array())));
  const glue = unwrap(context, context.evalCode(GLUE, 'glue.js'));
  const dispatch = unwrap(context, context.callFunction(glue, context.undefined, call, take));
  [call, take, glue].forEach((handle) => handle.dispose());
  return dispatch;
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}

function unwrap(context: QuickJSContext, result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
  if (result.error) throw takeError(context, result.error);
  return result.value;
}

function takeError(context: QuickJSContext, handle: QuickJSHandle): Error {
  const dumped: unknown = context.dump(handle);
  handle.dispose();
  const { name = 'Error', message = String(dumped), stack = '' } = typeof dumped === 'object' && dumped !== null ? (dumped as Partial<Error>) : {};
  const error = new Error(message);
  return Object.assign(error, { name, stack: `${name}: ${message}\n${stack}` });
}
