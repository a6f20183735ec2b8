// The parts of zod that we use, in one place: the window's scripts share them, and a schema costs the same wherever it stands.
export { array, boolean, config, custom, discriminatedUnion, enum, int, lazy, literal, looseObject, maxLength, maximum, minLength, minimum, nullable, nullish, number, object, optional, record, regex, safeParse, string, union, unknown } from 'zod/mini';
export type { ZodMiniType, core, infer } from 'zod/mini';
import { ZodMiniCatch } from 'zod/mini';
import type { core } from 'zod/mini';

/** `value` for whatever `inner` refuses. zod's own `catch` is the same, and brings 9 kB of its tools into the window's first script. */
function orElse<Inner extends core.$ZodType>(inner: Inner, value: core.output<Inner>): ZodMiniCatch<Inner> {
  return new ZodMiniCatch({ type: 'catch', innerType: inner, catchValue: () => value }) as ZodMiniCatch<Inner>;
}
export { orElse as catch };
