// Another model where the chosen one is gone or stays overloaded: one hop, said aloud, and never for any other failure.
import { toVariegateError } from '../../core/errors.ts';
import { say } from './say.ts';

interface Hop<Reply> {
  readonly model: string;
  /** The next model by the card; null where there is none. */
  readonly next: string | null;
  ask(model: string): Promise<Reply>;
}

export async function withFallback<Reply>({ model, next, ask }: Hop<Reply>): Promise<Reply> {
  try {
    return await ask(model);
  } catch (thrown) {
    const error = toVariegateError(thrown);
    const why = error.code === 'MODEL_RETIRED' ? 'gone' : error.code === 'SERVICE_OVERLOADED' ? 'overloaded' : null;
    if (why === null || next === null) throw error;
    say(`${model} is ${why}; ${next} is asked instead`);
    return ask(next);
  }
}
