// The provider "Gemini" as the window holds it: its facts at once, the rest when the first call needs it.
import runService from 'late:./service.ts';
import type * as Service from './service.ts';
import type { Overnight, Provider } from '../provider.ts';
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
    checkKey: (context) => through((provider) => provider.checkKey(context)),
    overnight: {
      submit: (order, context) => through((provider) => overnightOf(provider).submit(order, context)),
      list: (context) => through((provider) => overnightOf(provider).list(context)),
      collect: (job, context) => through((provider) => overnightOf(provider).collect(job, context)),
      cancel: (name, context) => through((provider) => overnightOf(provider).cancel(name, context)),
    },
  };
}

function overnightOf({ id, overnight }: Provider): Overnight {
  if (!overnight) throw new Error(`${id} does not work overnight`);
  return overnight;
}

function makeService(options: ServiceOptions): Provider {
  // The one validated edge: the build makes the script of that module.
  return (runService() as typeof Service).createService(options);
}
