// The words of a prompt: axes, closeness, references and directions, each said the same way everywhere. Text only.

export type Axis = 'style' | 'colour' | 'lighting' | 'composition' | 'mood';

/** What can be varied; `ask` completes "Vary …" in a prompt. Order is the order on screen. */
export const AXES = {
  style: { label: 'Style', ask: 'the medium and technique it is made in' },
  colour: { label: 'Colour', ask: 'the palette' },
  lighting: { label: 'Lighting', ask: 'the light: its direction, hardness and time of day' },
  composition: { label: 'Composition', ask: 'the framing, viewpoint and arrangement' },
  mood: { label: 'Mood', ask: 'the atmosphere' },
} as const satisfies Record<Axis, { label: string; ask: string }>;

export const AXIS_ORDER: readonly Axis[] = ['style', 'colour', 'lighting', 'composition', 'mood'];

/** 1 is loose, 5 is close. Guidance in words: no Gemini image model has a strength to set. */
export type Closeness = 1 | 2 | 3 | 4 | 5;

export const CLOSENESS_WORDS: Readonly<Record<Closeness, string>> = {
  1: 'Use the source only as an inspiration; subject and layout may change freely.',
  2: 'Keep the subject of the source; its layout may change.',
  3: 'Keep the subject and the main layout of the source; details may change.',
  4: 'Stay close to the source: same subject, same layout, same proportions; change only what the direction names.',
  5: 'Change nothing but what the direction names; every shape, position and proportion of the source stays exactly as it is.',
};

/** What an input picture is for. `source` and `sketch` come from the selection, the rest are references. */
export type InputRole = 'source' | 'sketch' | 'subject' | 'style' | 'structure';

export const REFERENCE_ROLES = {
  subject: { label: 'Subject', says: 'shows the subject: keep what it is, not its style' },
  style: { label: 'Style', says: 'shows the style: take its medium, palette and light, none of its objects' },
  structure: { label: 'Structure', says: 'shows the structure: take its layout and proportions, none of its style' },
} as const satisfies Record<Exclude<InputRole, 'source' | 'sketch'>, { label: string; says: string }>;

export type ReferenceRole = keyof typeof REFERENCE_ROLES;

/** One way in which a picture of a run differs from the others. */
export interface Direction {
  /** Unique within its run. */
  readonly id: string;
  /** Shown under the picture; 2 to 5 words. */
  readonly caption: string;
  /** Goes into the prompt in place of DIRECTION_TOKEN: one or two sentences. */
  readonly text: string;
  readonly axes: readonly Axis[];
  /** What an engine that draws by rules needs besides the words: plain JSON. */
  readonly params?: unknown;
}

/** Stands in an exact prompt where each picture's own direction goes. Never sent: fillDirection replaces or removes it. */
export const DIRECTION_TOKEN = '{direction}';

export function asksForDirections(exactPrompt: string): boolean {
  return exactPrompt.includes(DIRECTION_TOKEN);
}

/** The text that is sent for one picture: every token replaced by the direction's text, or by nothing without one. */
export function fillDirection(exactPrompt: string, direction: Direction | null): string {
  const text = (direction?.text ?? '').split(DIRECTION_TOKEN).join('');
  return exactPrompt.split(DIRECTION_TOKEN).join(text).trim();
}

/** A sentence for each reference, counted from the picture after `before` others: "Image 2 shows the style: …". */
export function referenceSentences(roles: readonly ReferenceRole[], before: number): string[] {
  return roles.map((role, index) => `Image ${before + index + 1} ${REFERENCE_ROLES[role].says}.`);
}

/** "Vary the palette and the light …, and nothing else." for the ticked axes; all of them when none is ticked. */
export function axesSentence(axes: readonly Axis[]): string {
  const chosen = AXIS_ORDER.filter((axis) => axes.length === 0 || axes.includes(axis));
  const asks = chosen.map((axis) => AXES[axis].ask);
  const list = asks.length < 2 ? asks.join('') : `${asks.slice(0, -1).join(', ')} and ${asks[asks.length - 1] ?? ''}`;
  return chosen.length === AXIS_ORDER.length ? `Vary ${list}.` : `Vary ${list}, and nothing else.`;
}

/**
 * Text from a user, a file, a layer or a model made fit to be shown or sent: control, bidirectional and invisible
 * characters and halves of surrogate pairs out, line ends made plain, runs of spaces shortened, at most four marks on a
 * letter (no script stacks more), cut to `limit` characters. Words are never changed.
 */
export function cleanText(text: string, limit = 40_000): string {
  return text
    .slice(0, limit * 8)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(STACKED_MARKS, '$1')
    .replace(PAIRS, wholePair)
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, limit)
    // The cut may have left half a pair, or a space in front of one.
    .replace(PAIRS, wholePair)
    .trimEnd();
}

/** A name or a caption from outside on one line of at most `limit` characters, an ellipsis where it was cut. */
export function cleanName(text: string, limit = 120): string {
  const name = cleanText(text, limit * 4).replace(/\s+/g, ' ');
  return name.length <= limit ? name : `${name.slice(0, limit - 1).replace(PAIRS, wholePair).trimEnd()}…`;
}

// Controls, marks of direction, and what cannot be seen but can carry words: zero-width space, joiners of words, tags
// (U+E0000 to U+E007F). The joiners of emoji and of Persian (U+200C, U+200D) stay.
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDC7F]/g;

/** More marks than four in a row: they would run over the lines around. */
const STACKED_MARKS = /([\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]{4})[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+/g;

/** Surrogate pairs, and halves without the other one, which no service takes. */
const PAIRS = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g;
const wholePair = (found: string): string => (found.length === 2 ? found : '');
