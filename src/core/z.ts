// The parts of zod that we use, in one place: the window's scripts share them, and a schema costs the same wherever it stands.
export { array, boolean, catch, config, custom, discriminatedUnion, enum, int, lazy, literal, looseObject, maxLength, maximum, minLength, minimum, nullable, nullish, number, object, optional, record, regex, safeParse, string, union, unknown } from 'zod/mini';
export type { ZodMiniType, core, infer } from 'zod/mini';
