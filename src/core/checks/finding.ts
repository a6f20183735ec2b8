// What a check of a prompt finds, and how it can be mended. Data only; offsets are UTF-16 positions in the checked text.

export type CheckCode =
  | 'AMBIGUOUS' | 'SOUP' | 'CONTRADICTION' | 'LIVING_ARTIST' | 'REAL_PERSON' | 'BRAND' | 'CHARACTER' | 'MINOR' | 'PEOPLE_UNSTATED' | 'TEXT_UNQUOTED' | 'TOO_LONG' | 'PLACEHOLDER';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A button beside a finding: edits of the text, or the designer's word that it is meant so. */
export type CheckFix =
  | { readonly is: 'edit'; readonly label: string; readonly edits: readonly Edit[] }
  | { readonly is: 'keep'; readonly label: string };

export interface Finding {
  /** The same for the same finding in the same words, so that "keep" can be remembered. */
  readonly id: string;
  readonly code: CheckCode;
  /** One short sentence. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** At least one. */
  readonly fixes: readonly CheckFix[];
  /** What must not be sent as it is. */
  readonly isBlocking: boolean;
}

/** The text after a fix; edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  return ordered.reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}

export const KEEP: CheckFix = { is: 'keep', label: 'I mean it so' };
