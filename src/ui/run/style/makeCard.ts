// "Card from selection" and "Card from words": a look read by the text model, or measured, and kept as a card. Colours of pictures are
// always measured: a model guesses them.
import { VariegateError } from '../../../core/errors.ts';
import { cleanName, cleanText } from '../../../core/prompt.ts';
import { CARD_LIMITS, NO_RULES, cardCode } from '../../../core/style/card.ts';
import type { CardPicture, CardSwatch } from '../../../core/style/card.ts';
import { readHex } from '../../../core/style/readCard.ts';
import { toHex } from '../../../core/colour.ts';
import type { CardTask } from '../../../core/studio/tasks.ts';
import type { InputImage } from '../../providers/provider.ts';
import { selection } from '../../store/selection.ts';
import { changeStyle, styleDraft } from '../../store/style.ts';
import { studioDraft } from '../../store/studio.ts';
import type { Effects } from '../effects.ts';
import type { FrozenLayer } from '../freeze.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from '../studio/ask.ts';
import { lookAt } from '../studio/look.ts';
import { addCard, savePicture } from './cards.ts';

interface NamedLayer extends FrozenLayer {
  readonly name: string;
}

/** Rejects with what stands in the way of looking, or went wrong; no card is made then. */
export async function cardFromSelection(effects: Effects, mayReuse = true): Promise<void> {
  const layers = frozenLayers();
  const asks = cardTask('', layers.length);
  await whileAsking(effects, `Reading the look of ${layers.length === 1 ? (layers[0]?.name ?? '') : `${layers.length} layers`}`, async (asked) => {
    const { signal } = asked.abort;
    const images: InputImage[] = [];
    const pictures: CardPicture[] = [];
    for (const layer of layers) {
      const { image } = await lookAt(effects, { name: layer.name, nodeId: null, layers: [layer], sourcePiece: null, view: 'seen' }, 'style', signal);
      images.push(image);
    }
    const swatches = await effects.pixels.palette(images.map(({ bytes }) => bytes), signal);
    const { answer } = await askStudio(effects, asked, { task: asks, images });
    for (const [index, { bytes }] of images.entries()) pictures.push(await savePicture(effects, bytes, layers[index]?.name ?? '', signal));
    const card = await addCard(effects, {
      name: answer.name || cleanName(layers[0]?.name ?? 'Look', CARD_LIMITS.name),
      pictures,
      swatches: swatches.map(({ rgb, share, name }): CardSwatch => ({ hex: toHex(rgb), name, share, binding: null })),
      rules: { ...NO_RULES, ...answer.rules },
    });
    say(`Card ${cardCode(card)} made: ${card.name}`);
  }, mayReuse);
}

/** Rejects with LOOK_MISSING without words, or with what went wrong; the words stay in their box then. */
export async function cardFromWords(effects: Effects, words = cleanText(styleDraft.value.words), mayReuse = true): Promise<void> {
  if (words === '') throw new VariegateError('LOOK_MISSING');
  await whileAsking(effects, 'Writing the look down', async (asked) => {
    const { answer } = await askStudio(effects, asked, { task: cardTask(words, 0), images: [] });
    const shares = answer.colours.map((_, index) => 1 / (index + 1));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const card = await addCard(effects, {
      name: answer.name || cleanName(words, CARD_LIMITS.name),
      pictures: [],
      swatches: answer.colours.flatMap(({ hex, name }, index): CardSwatch[] => (readHex(hex) ? [{ hex, name, share: (shares[index] ?? 0) / whole, binding: null }] : [])),
      rules: { ...NO_RULES, ...answer.rules },
    });
    if (cleanText(styleDraft.value.words) === words) changeStyle({ words: '' });
    say(`Card ${cardCode(card)} made: ${card.name}`);
  }, mayReuse);
}

export function cardTask(words: string, pictures: number): CardTask {
  return { is: 'card', words, pictures, language: studioDraft.value.language };
}

function frozenLayers(): NamedLayer[] {
  const { layers, refusal } = selection.value;
  if (refusal) throw new VariegateError(refusal.code, { name: refusal.name });
  if (layers.length === 0) throw new VariegateError('NOTHING_SELECTED');
  return layers.slice(0, CARD_LIMITS.pictures).map(({ id, box, name }) => ({ id, box, name: cleanName(name, CARD_LIMITS.name) }));
}
