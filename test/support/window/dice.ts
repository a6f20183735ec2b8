// Numbers that look random and are the same for the same seed, so that a failing moment can be met again.
export { randomFrom as dice } from '../../../src/core/pixels/random.ts';
