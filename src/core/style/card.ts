// A style card: one look, apart from anything it shows, as data that can be kept, sent, drawn on the canvas and read back.

export type RuleId = 'medium' | 'line' | 'shape' | 'light' | 'texture' | 'camera' | 'do' | 'dont';

interface RuleFacts {
  readonly label: string;
  /** What belongs into it, as told to a text model. */
  readonly asks: string;
  /** The same in a few words, inside the empty field. */
  readonly hint: string;
}

/** Order is the order on screen and on the canvas. */
export const RULES = {
  medium: { label: 'Medium', asks: 'the medium and technique: photograph, gouache, vector, clay …', hint: 'photo, gouache, vector' },
  line: { label: 'Line', asks: 'contours: their weight, colour and hand, or that there are none', hint: 'weight, colour, hand' },
  shape: { label: 'Shape', asks: 'how forms are built: simple or detailed, round or angular, flat or modelled', hint: 'round, angular, flat' },
  light: { label: 'Light', asks: 'the light: direction, hardness, warmth, shadows', hint: 'direction, hardness' },
  texture: { label: 'Texture', asks: 'the surface: grain, paper, brush marks, gloss', hint: 'grain, paper, gloss' },
  camera: { label: 'Camera', asks: 'framing, viewpoint, lens and depth of field', hint: 'framing, lens' },
  do: { label: 'Do', asks: 'what every picture in this look has', hint: 'what it always has' },
  dont: { label: 'Don’t', asks: 'what no picture in this look has', hint: 'what it never has' },
} as const satisfies Record<RuleId, RuleFacts>;

export const RULE_ORDER: readonly RuleId[] = ['medium', 'line', 'shape', 'light', 'texture', 'camera', 'do', 'dont'];

export type CardRules = Readonly<Record<RuleId, string>>;

/** A variable or paint style of the file that a swatch follows. */
export interface Binding {
  readonly is: 'variable' | 'style';
  readonly id: string;
  readonly name: string;
}

export interface CardSwatch {
  /** `#rrggbb`, lower case. */
  readonly hex: string;
  /** At most 40 characters; may be empty. */
  readonly name: string;
  /** How much of a picture it covers, 0 to 1. */
  readonly share: number;
  readonly binding: Binding | null;
}

/** A reference picture; its bytes are kept beside the card, under their digest. */
export interface CardPicture {
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly digest: string;
  readonly name: string;
}

export interface StyleCard {
  /** "SC-7F2A": unique on this computer. */
  readonly id: string;
  /** 1, and one more with every change. */
  readonly version: number;
  readonly name: string;
  /** None for a card from words; six at most. */
  readonly pictures: readonly CardPicture[];
  /** The largest share first; twelve at most. */
  readonly swatches: readonly CardSwatch[];
  readonly rules: CardRules;
}

export const CARD_LIMITS = {
  name: 60,
  rule: 400,
  swatchName: 40,
  pictures: 6,
  swatches: 12,
  /** On this computer; with six pictures of some 40 kB each it is Figma's 5 MB that ends first. */
  cards: 60,
  /** Of one reference picture (bytes), as it is kept and as it is imported. */
  pictureBytes: 1_500_000,
  /** Longer side of a reference picture as it is kept (px). */
  pictureEdge: 768,
  /** Of a file that is imported (characters). */
  file: 12_000_000,
} as const;

export const NO_RULES: CardRules = Object.fromEntries(RULE_ORDER.map((id) => [id, ''])) as CardRules;

/** "SC-7F2A" from any whole number: the same number gives the same id. */
export function cardId(number: number): string {
  return `SC-${(Math.abs(Math.trunc(number)) % 0x10000).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** An id that none of `taken` has, the next free one after that of `number`. Throws RangeError when all 65,536 are taken. */
export function freeCardId(number: number, taken: readonly string[]): string {
  const used = new Set(taken);
  for (let step = 0; step < 0x10000; step += 1) {
    const id = cardId(number + step);
    if (!used.has(id)) return id;
  }
  throw new RangeError('no id is left');
}

/** "SC-7F2A@3": names a card and its version everywhere. */
export function cardCode({ id, version }: Pick<StyleCard, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

const CODE = /\b(SC-[0-9A-F]{4})(?:@([1-9]\d{0,5}))?(?!\w)/i;

/** The first code in a text; `version` is null where none stands. Null without one. */
export function readCode(text: string): { readonly id: string; readonly version: number | null } | null {
  const found = CODE.exec(text);
  if (!found?.[1]) return null;
  return { id: found[1].toUpperCase(), version: found[2] === undefined ? null : Number(found[2]) };
}

/** The card with a change, one version on; the very same card where nothing differs. */
export function changeCard(card: StyleCard, patch: Partial<Omit<StyleCard, 'id' | 'version'>>): StyleCard {
  const changed = { ...card, ...patch };
  return sayTheSame(card, changed) ? card : { ...changed, version: card.version + 1 };
}

/** True where two cards differ in nothing but id and version. */
export function sayTheSame(a: StyleCard, b: StyleCard): boolean {
  const content = ({ name, pictures, swatches, rules }: StyleCard) => JSON.stringify([name, pictures, swatches, RULE_ORDER.map((id) => rules[id])]);
  return content(a) === content(b);
}
