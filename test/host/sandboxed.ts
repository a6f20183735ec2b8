// Runs a piece of plugin code in the host's sandbox and brings back what it returns or throws.
import { createDocument, type HostDocument } from '../../playground/host/document.ts';
import { startPlugin, type PluginOptions, type RunningPlugin } from '../../playground/host/sandbox.ts';

export type Outcome = { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } };
export interface Sandboxed { readonly plugin: RunningPlugin; readonly document: HostDocument; readonly outcome: Outcome }
type Given = Partial<Omit<PluginOptions, 'code'>>;

/** `body` may await; its last word is what it returns. The plugin keeps running until disposed. */
export async function runPlugin(body: string, given: Given = {}): Promise<Sandboxed> {
  const outcomes: Outcome[] = [];
  const document = given.document ?? createDocument('File');
  const code = `figma.showUI('', { visible: false });
    (async () => { ${body} })().then(
      (value) => figma.ui.postMessage({ value }),
      (error) => figma.ui.postMessage({ error: { name: error.name, message: error.message } }));`;
  const errors: Error[] = [];
  const plugin = await startPlugin({
    html: '', onError: (error) => errors.push(error), ...given, document, code,
    onUiMessage: (message) => (outcomes.length === 0 ? outcomes.push(message as Outcome) : given.onUiMessage?.(message)),
  });
  await plugin.settled();
  const [outcome] = outcomes;
  if (!outcome) throw errors[0] ?? new Error('The plugin code did not end');
  return { plugin, document, outcome };
}

/** Only what it returns; what it throws is thrown here. */
export async function valueOf(body: string, given: Given = {}): Promise<unknown> {
  const { plugin, outcome } = await runPlugin(body, given);
  plugin.dispose();
  if ('error' in outcome) throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
  return outcome.value;
}

/** Only what it throws, as `Name: message`; throws when it throws nothing. */
export async function errorOf(body: string, given: Given = {}): Promise<string> {
  const { plugin, outcome } = await runPlugin(body, given);
  plugin.dispose();
  if ('value' in outcome) throw new Error('It threw nothing');
  return `${outcome.error.name}: ${outcome.error.message}`;
}

/** The smallest bytes that pass for a PNG of that size: header only, for what never decodes them. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}
