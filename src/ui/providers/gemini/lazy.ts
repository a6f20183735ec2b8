// The provider "Gemini" as the window holds it: its facts at once, the rest when the first call needs it.
import runService from 'late:../service.ts';
import type { Provider } from '../provider.ts';
import type * as Service from '../service.ts';
import { GEMINI_FACTS } from './facts.ts';

export interface ServiceOptions {
  /** Another server that speaks Gemini; Google's when absent. */
  readonly baseUrl?: string;
}

export function createLazyGemini(options: ServiceOptions): Provider {
  let service: Provider | null = null;
  const through = async <Reply>(call: (provider: Provider) => Promise<Reply>): Promise<Reply> => {
    service ??= makeService(options);
    return call(service);
  };
  return {
    ...GEMINI_FACTS,
    plan: (task, context) => through((provider) => provider.plan(task, context)),
    make: (request, inputs, context) => through((provider) => provider.make(request, inputs, context)),
    ask: (question, context) => through((provider) => provider.ask(question, context)),
    readAgain: (task, written) => through((provider) => there(provider, provider.readAgain)(task, written)),
    checkKey: (context) => through((provider) => provider.checkKey(context)),
    overnight: {
      submit: (order, context) => through((provider) => there(provider, provider.overnight).submit(order, context)),
      list: (context) => through((provider) => there(provider, provider.overnight).list(context)),
      collect: (job, context) => through((provider) => there(provider, provider.overnight).collect(job, context)),
      cancel: (name, context) => through((provider) => there(provider, provider.overnight).cancel(name, context)),
    },
  };
}

function there<Part>({ id }: Provider, part: Part | null): Part {
  if (part === null) throw new Error(`${id} lacks a part that its facts promise`);
  return part;
}

function makeService(options: ServiceOptions): Provider {
  // The one validated edge: the build makes the script of that module.
  return (runService() as typeof Service).createService(options);
}
