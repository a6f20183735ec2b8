// The structured prompt: what a picture shows and how, in twelve fields that can be locked and stressed. Plain data; the
// words of a prompt are made of it in core/paragraph.

export type FieldId =
  | 'subject' | 'action' | 'objects' | 'environment' | 'lighting' | 'palette' | 'style' | 'camera' | 'mood' | 'text' | 'quality' | 'avoid';

interface FieldFacts {
  readonly label: string;
  /** What belongs into it, as told to a text model. */
  readonly asks: string;
  /** The same in two or three words, inside the empty field. */
  readonly hint: string;
  /** What is shown, or how it is shown: "style alone can be carried elsewhere". */
  readonly part: 'content' | 'look' | 'rule';
}

/** Order is the order on screen. */
export const FIELDS = {
  subject: { label: 'Subject', asks: 'who or what is shown, with its looks', hint: 'who or what it shows', part: 'content' },
  action: { label: 'Action', asks: 'what the subject does, its pose', hint: 'what it does', part: 'content' },
  objects: { label: 'Objects', asks: 'other things, and where they stand to one another', hint: 'other things, and where', part: 'content' },
  environment: { label: 'Environment', asks: 'the place, season, weather and background', hint: 'place, season, weather', part: 'content' },
  lighting: { label: 'Lighting', asks: 'the light: source, direction, hardness, time of day', hint: 'source, direction, hour', part: 'look' },
  palette: { label: 'Palette', asks: 'the colours and their balance', hint: 'colours', part: 'look' },
  style: { label: 'Style', asks: 'the medium and technique', hint: 'medium and technique', part: 'look' },
  camera: { label: 'Camera', asks: 'framing, viewpoint, lens and depth of field', hint: 'framing, lens, viewpoint', part: 'look' },
  mood: { label: 'Mood', asks: 'the atmosphere in a few words', hint: 'in a few words', part: 'look' },
  text: { label: 'Text', asks: 'words to be lettered in the picture, and their lettering', hint: '“words” in the picture', part: 'content' },
  quality: { label: 'Quality', asks: 'finish, texture and detail', hint: 'finish and detail', part: 'look' },
  avoid: { label: 'Avoid', asks: 'what must not be in the picture', hint: 'what must not be there', part: 'rule' },
} as const satisfies Record<FieldId, FieldFacts>;

export const FIELD_ORDER: readonly FieldId[] = [
  'subject', 'action', 'objects', 'environment', 'lighting', 'palette', 'style', 'camera', 'mood', 'text', 'quality', 'avoid',
];

/** 0 as it is, 1 stressed, 2 above all. Said in words and order: Gemini has no weights. */
export type Emphasis = 0 | 1 | 2;

export interface PromptField {
  /** In the user's words, without a field name; '' where nothing is said. */
  readonly text: string;
  /** No model and no rule may change it; the designer may. */
  readonly isLocked: boolean;
  readonly emphasis: Emphasis;
}

export type PromptFields = Readonly<Record<FieldId, PromptField>>;

/** Texts of some fields; a field that is missing is not spoken of. */
export type FieldTexts = Readonly<Partial<Record<FieldId, string>>>;

const EMPTY: PromptField = { text: '', isLocked: false, emphasis: 0 };

export function emptyFields(): PromptFields {
  return mapFields(() => EMPTY);
}

/** A value for each field, in the order on screen. */
export function mapFields<T>(make: (id: FieldId) => T): Record<FieldId, T> {
  return {
    subject: make('subject'), action: make('action'), objects: make('objects'), environment: make('environment'),
    lighting: make('lighting'), palette: make('palette'), style: make('style'), camera: make('camera'),
    mood: make('mood'), text: make('text'), quality: make('quality'), avoid: make('avoid'),
  };
}

/** Fields with the given texts; locked fields keep theirs, and so do fields that are not spoken of. */
export function withTexts(fields: PromptFields, texts: FieldTexts): PromptFields {
  return mapFields((id) => {
    const text = texts[id];
    return text === undefined || fields[id].isLocked ? fields[id] : { ...fields[id], text };
  });
}

/** Texts of the fields that say something. */
export function textsOf(fields: PromptFields): FieldTexts {
  const texts: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) if (fields[id].text.trim() !== '') texts[id] = fields[id].text;
  return texts;
}

/** Fields whose text differs, in the order on screen. */
export function changedFields(before: PromptFields, after: PromptFields): FieldId[] {
  return FIELD_ORDER.filter((id) => before[id].text !== after[id].text);
}

export function isEmpty(fields: PromptFields): boolean {
  return FIELD_ORDER.every((id) => fields[id].text.trim() === '');
}
