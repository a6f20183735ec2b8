// Runs the SDK's script when it is first needed. A script element and not `eval`: the page's policy allows inline scripts.
import sdkScript from 'script:./sdk.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { Sdk } from './client.ts';
import { SDK_HOOK } from './sdkHook.ts';

export function loadSdk(): Sdk {
  return found() ?? run() ?? fail();
}

function run(): Sdk | undefined {
  const script = document.createElement('script');
  script.textContent = sdkScript;
  document.head.append(script);
  script.remove();
  return found();
}

function found(): Sdk | undefined {
  const left: unknown = Reflect.get(globalThis, SDK_HOOK);
  return typeof left === 'function' ? (left as Sdk) : undefined;
}

function fail(): never {
  throw new VariegateError('BRIDGE_DEFECT', { cause: 'No SDK ran.' });
}
