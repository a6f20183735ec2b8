// The provider "OpenAI-compatible gateway": text and pictures by chat/completions. It sends once and answers once; what a gateway can do is
// found by its test, and what it cannot do is refused before anything is sent.
import { gatewayBase } from '../../../core/gateways.ts';
import type { GatewayFound } from '../../../core/gateways.ts';
import { VariegateError } from '../../../core/errors.ts';
import { studioSchema } from '../../../core/studio/schemas.ts';
import { readAnswer } from '../../../core/studio/read.ts';
import { studioWords } from '../../../core/studio/words.ts';
import type { CallContext, InputImage, Provider } from '../provider.ts';
import { toBase64 } from '../shared/base64.ts';
import { directionsSchema, readDirections } from '../shared/directions.ts';
import { pictureType } from '../shared/mimeType.ts';
import { GATEWAY_FACTS } from './facts.ts';
import { probe } from './probe.ts';
import type { Canary } from './probe.ts';
import { readPicture, readText, readUsage } from './reply.ts';
import { SERVICE, post } from './wire.ts';
import type { Fetch } from './wire.ts';

export interface GatewaySet {
  readonly url: string;
  readonly model: string;
  readonly found: GatewayFound | null;
}

export interface GatewayEffects {
  /** As it is set when a call is made. */
  readonly set: () => GatewaySet;
  /** True where this computer may be the gateway. */
  readonly mayLoopback: boolean;
  readonly canary: Canary;
  readonly fetch?: Fetch;
}

type Part = { readonly type: 'text'; readonly text: string } | { readonly type: 'image_url'; readonly image_url: { readonly url: string } };

export function createGatewayProvider(effects: GatewayEffects): Provider & Required<Pick<Provider, 'findOut'>> {
  const ask = async (parts: readonly Part[], context: CallContext, more: Readonly<Record<string, unknown>> = {}) => {
    const { url, model } = effects.set();
    const base = gatewayBase(url, effects.mayLoopback);
    if (base === null) throw new VariegateError('GATEWAY_URL', { name: url });
    const body = { model, messages: [{ role: 'user', content: parts }], ...more };
    return { model, value: await post({ url: `${base}/chat/completions`, body, model, fetch: effects.fetch ?? ((to, init) => fetch(to, init)) }, context) };
  };
  const askForJson = async (images: readonly InputImage[], words: string, schema: unknown, context: CallContext) => {
    needs(effects.set(), { answers: true, sees: images.length > 0 });
    const { model, value } = await ask([...images.map(imagePart), textPart(`${words}\n\nAnswer with JSON of this schema and nothing else:\n${JSON.stringify(schema)}`)], context);
    return { text: readText(value), usage: readUsage(value, model), model };
  };
  const draw = async (parts: readonly Part[], ratio: string | null, context: CallContext) => {
    const { model, value } = await ask(parts, context, { modalities: ['image', 'text'], ...(ratio === null ? {} : { image_config: { aspect_ratio: ratio } }) });
    return { bytes: readPicture(value), usage: readUsage(value, model), model };
  };
  return {
    ...GATEWAY_FACTS,
    overnight: null,
    async plan(task, context) {
      const { text, usage } = await askForJson(task.source === null ? [] : [task.source], task.words, directionsSchema(task.count), context);
      return { directions: readDirections(text, task.count), usage };
    },
    async make(request, inputs, context) {
      needs(effects.set(), { makes: true, keepsInputs: inputs.length > 0 });
      return draw([...inputs.map(imagePart), textPart(request.prompt)], request.ratio, context);
    },
    async ask({ task, images, isRepair }, context) {
      const { text, usage, model } = await askForJson(images, studioWords(task, isRepair), studioSchema(task), context);
      return { answer: readAnswer(task, text), written: text, usage, model };
    },
    readAgain: (task, written) => Promise.resolve().then(() => readAnswer(task, written)),
    async checkKey(context) {
      const { model, value } = await ask([textPart('Answer with the one word: ready')], context);
      readText(value);
      return { usableModels: [model] };
    },
    findOut: (context) =>
      probe(effects.set(), effects.canary, {
        say: async (words, image) => readText((await ask([...(image ? [imagePart(image)] : []), textPart(words)], context)).value),
        draw: async (words, image) => (await draw([imagePart(image), textPart(words)], '1:1', context)).bytes,
      }),
  };
}

/** Throws where the test did not find what is needed, or tested something else. */
function needs({ url, model, found }: GatewaySet, wanted: Partial<Record<'answers' | 'sees' | 'makes' | 'keepsInputs', boolean>>): void {
  if (!found || found.url !== url || found.model !== model) throw new VariegateError('GATEWAY_UNTESTED', { service: SERVICE });
  if (wanted.answers && !found.answers) throw new VariegateError('GATEWAY_UNTESTED', { service: SERVICE });
  if (wanted.makes && !found.makes) throw new VariegateError('GATEWAY_NO_PICTURES', { name: found.why || 'its test made none' });
  if ((wanted.sees && !found.sees) || (wanted.keepsInputs && !found.keepsInputs)) throw new VariegateError('GATEWAY_DROPS_INPUTS');
}

function textPart(text: string): Part {
  return { type: 'text', text };
}

function imagePart({ role, bytes }: InputImage): Part {
  const type = pictureType(bytes);
  if (type === null) throw new VariegateError('IMAGE_UNREADABLE', { cause: `An input (${role}) is no picture.` });
  return { type: 'image_url', image_url: { url: `data:${type};base64,${toBase64(bytes)}` } };
}
