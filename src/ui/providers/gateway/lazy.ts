// The provider "OpenAI-compatible gateway" as the window holds it: its facts at once, the rest when the first call needs it.
import runService from 'late:../service.ts';
import type { Provider } from '../provider.ts';
import type * as Service from '../service.ts';
import { GATEWAY_FACTS } from './facts.ts';
import type { GatewayEffects } from './gateway.ts';

export function createLazyGateway(effects: GatewayEffects): Provider {
  let service: ReturnType<typeof Service.createGatewayProvider> | null = null;
  // The one validated edge: the build makes the script of that module.
  const there = () => (service ??= (runService() as typeof Service).createGatewayProvider(effects));
  const through = async <Reply>(call: (provider: ReturnType<typeof there>) => Promise<Reply>): Promise<Reply> => call(there());
  return {
    ...GATEWAY_FACTS,
    plan: (task, context) => through((provider) => provider.plan(task, context)),
    make: (request, inputs, context) => through((provider) => provider.make(request, inputs, context)),
    ask: (question, context) => through((provider) => provider.ask(question, context)),
    readAgain: (task, written) => through(async (provider) => readBy(provider)(task, written)),
    checkKey: (context) => through((provider) => provider.checkKey(context)),
    findOut: (context) => through((provider) => provider.findOut(context)),
    overnight: null,
  };
}

function readBy({ id, readAgain }: Provider): NonNullable<Provider['readAgain']> {
  if (!readAgain) throw new Error(`${id} lacks a part that its facts promise`);
  return readAgain;
}
