// Freezes a restyling: the card, how much of it, and what wears it. Each target is a run of its own, so that each can be retried,
// cancelled and found on its own; each part of a frame is one too.
import { nearestShape } from '../../../core/aspect.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { Size } from '../../../core/geometry.ts';
import type { ImageModelCard, ProviderId, SizeClass } from '../../../core/model.ts';
import { referenceSentences } from '../../../core/prompt.ts';
import type { Closeness } from '../../../core/prompt.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { RunSource } from '../../../core/request.ts';
import { cardCode } from '../../../core/style/card.ts';
import type { StyleCard } from '../../../core/style/card.ts';
import { LOOK_WORDS, STRUCTURE_WORDS, lookLines } from '../../../core/style/words.ts';
import type { Strength } from '../../../core/style/words.ts';
import { card as imageCard, draft, engine, sizeClass } from '../../store/draft.ts';
import type { Reference } from '../../store/references.ts';
import { settings } from '../../store/session.ts';
import { chosenCard, estimate, pictureCount, styleDraft } from '../../store/style.ts';
import type { Effects } from '../effects.ts';
import type { FrozenLayer, FrozenPiece, FrozenRun } from '../freeze.ts';
import { picturesOf } from './cards.ts';

/** What all targets of one press share. */
export interface FrozenStyle {
  readonly card: StyleCard;
  readonly look: Strength;
  readonly structure: Closeness;
  readonly references: readonly Reference[];
  readonly model: ImageModelCard;
  readonly provider: ProviderId;
  readonly sizeClass: SizeClass;
  readonly eachUsd: number;
}

/** What is restyled: layers as they look, or a picture's own bytes. */
export interface StyleSubject {
  readonly name: string;
  readonly source: RunSource | null;
  readonly layers: readonly FrozenLayer[];
  readonly piece: FrozenPiece | null;
  readonly size: Size<string>;
  /** What the picture is, in a sentence of its own; '' for a picture like any other. */
  readonly says: string;
  /** Where text is laid over it; '' where none is. */
  readonly calm: string;
}

/** Rejects with CARD_MISSING. Reference pictures that are gone are left out: the rules still hold. */
export async function freezeStyle(effects: Effects): Promise<FrozenStyle> {
  const card = chosenCard.value;
  if (!card) throw new VariegateError('CARD_MISSING');
  const { look, structure } = styleDraft.value;
  const { imagesUsd, extrasUsd } = estimate.value;
  const frozen: Omit<FrozenStyle, 'references'> = { card, look, structure, model: imageCard.value, provider: engine.value, sizeClass: sizeClass.value, eachUsd: ((imagesUsd ?? 0) + extrasUsd) / Math.max(1, pictureCount.value) };
  const pictures = await picturesOf(effects, card);
  return { ...frozen, references: pictures.map(({ picture, bytes }) => ({ id: picture.digest, name: picture.name, bytes, thumbnailUrl: '' })) };
}

export function styleRun(id: string, style: FrozenStyle, subject: StyleSubject): FrozenRun {
  const { card, look, structure, references } = style;
  const code = cardCode(card);
  return {
    id,
    draft: {
      ...draft.value, recipe: 'restyle', brief: lookLines(card).join('\n'), exactPrompt: null, count: 1, closeness: structure, axes: [], view: 'seen', place: 'beside',
      references: references.map((reference) => ({ id: reference.id, name: reference.name, role: 'style' as const })),
    },
    recipe: recipeOf('restyle'),
    provider: style.provider,
    card: style.model,
    sizeClass: style.sizeClass,
    shape: nearestShape(subject.size, style.model, style.sizeClass),
    template: stylePrompt(style, subject),
    planWords: null,
    directions: [{ id: 'style', caption: `${card.name}, ${code}`, text: '', axes: [] }],
    templates: [],
    fields: [],
    style: { code, look },
    textModel: settings.value.textModel,
    source: subject.source,
    layers: subject.layers,
    sourcePiece: subject.piece,
    references,
    target: subject.size,
    eachUsd: style.eachUsd,
    extrasUsd: 0,
    edits: 0,
  };
}

/** The target first, the look after it: composition by wording, the look by rules and references. */
function stylePrompt({ card, look, structure, references }: FrozenStyle, { says, calm }: StyleSubject): string {
  return [
    says === '' ? 'Image 1 is a picture from a design. Render the same picture in another look, filling the whole frame edge to edge.' : says,
    STRUCTURE_WORDS[structure],
    LOOK_WORDS[look],
    'The look:',
    ...lookLines(card),
    ...referenceSentences(references.map(() => 'style'), 1),
    calm,
    'Words that stand in image 1 stay spelled exactly as they are, in the same places.',
  ].filter((line) => line !== '').join('\n');
}
