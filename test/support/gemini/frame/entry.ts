// Runs inside the test's iframe: one picture, one streamed question and one key check, then tells the page how it went.
import { VariegateError } from '../../../../src/core/errors.ts';
import { createLazyGemini } from '../../../../src/ui/providers/gemini/lazy.ts';
import { aRequest } from '../../request.ts';
import { expandTask } from '../../studio.ts';

declare const LOOPBACK: { readonly url: string; readonly key: string; readonly png: string };

const provider = createLazyGemini({ baseUrl: LOOPBACK.url });
const context = { key: LOOPBACK.key, signal: new AbortController().signal };
const source = { role: 'source' as const, bytes: Uint8Array.from(atob(LOOPBACK.png), (letter) => letter.charCodeAt(0)) };

async function run(): Promise<unknown> {
  const { usableModels } = await provider.checkKey(context);
  const { bytes, usage } = await provider.make(aRequest(), [source], context);
  const told: number[] = [];
  const question = { task: expandTask(), images: [], textModel: 'gemini-3.8-flash', isRepair: false, onOptions: (options: readonly unknown[]) => void told.push(options.length) };
  const { answer } = await provider.ask(question, context);
  const refusal = await provider.checkKey({ ...context, key: 'wrong' }).catch((thrown: unknown) => (thrown instanceof VariegateError ? thrown.code : 'another class'));
  return { origin: self.origin, models: usableModels.length, magic: [...bytes.subarray(1, 4)], imageTokens: usage?.imageTokens, options: answer.options.length, firstTold: told[0], refusal };
}

run().then(
  (result) => parent.postMessage(result, '*'),
  (thrown: unknown) => parent.postMessage({ failed: String(thrown), details: Reflect.get(Object(thrown), 'details') as unknown }, '*'),
);
