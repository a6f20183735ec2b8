// A template: fields of a structured prompt with blanks to fill in. Ours are in ours.ts; the designer's own are stored on this computer.
import type { FieldTexts } from '../fields.ts';

export interface Template {
  /** Unique: 'ours/…' for ours. */
  readonly id: string;
  /** 1 to 60 characters. */
  readonly name: string;
  /** Texts of at most 2000 characters; blanks stand in braces, as in "{product}". */
  readonly fields: FieldTexts;
  readonly isOurs: boolean;
}

export const TEMPLATE_LIMITS = {
  name: 60,
  text: 2000,
  /** Two hundred with a few hundred characters each are some 100 kB of the 5 MB that a plugin may store. */
  count: 200,
  /** Of a file that is imported (characters). */
  file: 1_000_000,
} as const;
