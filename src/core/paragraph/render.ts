// The structured prompt as one narrative paragraph, the way Google asks for: sentences, not keywords; subject first; negatives
// said positively. Source: https://ai.google.dev/gemini-api/docs/image-generation, "Prompting guide", read 2026-11-22.
// Never changes, drops or doubles a word of the designer, but for "avoid", which is said the other way round.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, PromptFields } from '../fields.ts';
import { freeOf } from './avoid.ts';

/** A stretch of the paragraph: words of a field, or words of ours between them (`field` null). */
export interface Piece {
  readonly text: string;
  readonly field: FieldId | null;
}

/** What stands before and after the words of a field that are a phrase, in English. */
const FRAMES: Readonly<Record<FieldId, readonly [before: string, after: string]>> = {
  subject: ['', '.'],
  action: ['It shows this happening: ', '.'],
  objects: ['Also in the picture: ', '.'],
  environment: ['Setting: ', '.'],
  lighting: ['The light is ', '.'],
  palette: ['The palette is ', '.'],
  style: ['It is made as ', '.'],
  camera: ['The framing is ', '.'],
  mood: ['The mood is ', '.'],
  text: ['Lettered in the picture, spelled exactly so: ', '.'],
  quality: ['The finish is ', '.'],
  avoid: ['', '.'],
};

/** Words that go on from "It is": "at night", "lit by a red lamp", "seen from above". */
const SAYS_HOW = /^(?:at|in|by|lit|backlit|seen|from|under|with|against)\b/i;

const ABOVE_ALL = 'Above all: ';
const STRESSED = ' This must be plain to see.';

/** The pieces in their order; their texts joined are the paragraph. Empty for empty fields. `language` is a BCP 47 tag. */
export function renderPieces(fields: PromptFields, language: string): readonly Piece[] {
  const order = FIELD_ORDER.filter((id) => fields[id].text.trim() !== '').sort((a, b) => rank(fields, a) - rank(fields, b));
  const isEnglish = /^en\b/.test(language);
  const sentences = isEnglish ? englishSentences(fields, order) : order.map((id) => plainSentence(fields, id));
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [glue(' '), ...sentence])).filter(({ text }) => text !== '');
}

/** The paragraph as it is sent. */
export function renderParagraph(fields: PromptFields, language: string): string {
  return renderPieces(fields, language).map(({ text }) => text).join('');
}

// What matters above all comes first, in any language: a model reads the beginning best. What to avoid comes last.
function rank(fields: PromptFields, id: FieldId): number {
  if (id === 'avoid') return FIELD_ORDER.length;
  return FIELD_ORDER.indexOf(id) - (fields[id].emphasis === 2 ? FIELD_ORDER.length : 0);
}

function englishSentences(fields: PromptFields, order: readonly FieldId[]): (readonly Piece[])[] {
  const isScene = (id: FieldId | undefined) => id !== undefined && SCENE.includes(id) && fields[id].emphasis === 0 && !isSentence(fields[id].text);
  const sentences: (readonly Piece[])[] = [];
  for (const id of order) {
    // Action and place go on in the subject's own sentence, where there is one to go on in.
    const last = sentences[sentences.length - 1];
    if (isScene(id) && last && isScene(last[0]?.field ?? undefined)) sentences[sentences.length - 1] = [...last.slice(0, -1), glue(', '), own(fields, id), glue('.')];
    else sentences.push(englishSentence(fields, id));
  }
  return sentences;
}

const SCENE: readonly FieldId[] = ['subject', 'action', 'environment'];

function englishSentence(fields: PromptFields, id: FieldId): readonly Piece[] {
  const { text, emphasis } = fields[id];
  const [framed, after] = FRAMES[id];
  const before = framed !== '' && id !== 'text' && SAYS_HOW.test(text.trim()) ? 'It is ' : framed;
  const isWhole = isSentence(text);
  const pieces = [
    glue(emphasis === 2 ? ABOVE_ALL : ''),
    ...(id === 'avoid' ? [{ text: freeOf(text.trim()), field: id }] : [glue(isWhole ? '' : before), own(fields, id)]),
    glue(isWhole && id !== 'avoid' ? '' : after),
    glue(emphasis === 1 ? STRESSED : ''),
  ];
  return pieces.filter(({ text: words }) => words !== '');
}

/** In another language our words would mix with the designer's, so only the stop between the fields is ours. */
function plainSentence(fields: PromptFields, id: FieldId): readonly Piece[] {
  return [own(fields, id), glue(isSentence(fields[id].text) ? '' : stopFor(fields[id].text))];
}

function own(fields: PromptFields, id: FieldId): Piece {
  return { text: fields[id].text.trim(), field: id };
}

function glue(text: string): Piece {
  return { text, field: null };
}

/** A text that ends like a sentence is one: nothing is put before or after it. */
function isSentence(text: string): boolean {
  return /[.!?…。！？]["'”’»)\]]?$/u.test(text.trim());
}

function stopFor(text: string): string {
  return /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text) ? '。' : '.';
}
