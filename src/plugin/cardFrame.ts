// A style card as an ordinary frame: words, colours and pictures as layers that a team can edit and share, and back again. The whole card
// lies in the frame's plugin data as well; what the layers say goes before it.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { toHex } from '../core/colour.ts';
import { VariegateError } from '../core/errors.ts';
import { cleanName } from '../core/prompt.ts';
import { CARD_LIMITS, RULES, RULE_ORDER, cardCode } from '../core/style/card.ts';
import type { Binding, CardSwatch, StyleCard } from '../core/style/card.ts';
import { readCard } from '../core/style/readCard.ts';
import { fitsEntry } from '../core/dataEntry.ts';
import { BOLD, FONT, loadFonts, makeFrame, solid } from './frames.ts';
import { childrenOf, findLayer } from './nodes.ts';
import { fillsOf, pictureHash } from './paints.ts';
import { pictureFill, takePicture } from './picture.ts';

const CARD_KEY = 'card';
/** Which picture a layer shows, by its digest: a layer whose picture was exchanged shows another hash. */
const PICTURE_KEY = 'cardPicture';

const WIDTH = 360;
const MARGIN = 16;
const GAP = 8;
const PICTURE = 104;
const SWATCH = 40;
const LINE = 20;
const NAME_LAYER = 'Name';
const WHITE: SolidPaint = { type: 'SOLID', color: { r: 1, g: 1, b: 1 } };
const INK: SolidPaint = { type: 'SOLID', color: { r: 0.1, g: 0.1, b: 0.1 } };
const QUIET: SolidPaint = { type: 'SOLID', color: { r: 0.4, g: 0.4, b: 0.4 } };

/** Makes the frame beside the selection's place, or in view; one undo step. Pictures come as tickets of what was sent ahead. */
export async function placeCard(input: CallInput<'placeCard'>, pictures: readonly Uint8Array[]): Promise<CallOutput<'placeCard'>> {
  const card = readCard(input.card);
  if (typeof card === 'string') throw new VariegateError('PLACE_FAILED', { cause: card });
  await loadFonts();
  return makeFrame(null, { width: WIDTH, height: heightOf(card) }, (frame) => {
    frame.name = `Style card ${card.id}`;
    frame.fills = [WHITE];
    frame.cornerRadius = 8;
    fill(frame, card, pictures);
    writeCard(frame, card);
  });
}

/** The cards among these layers, as their layers say them now. Layers that are no cards are passed over. */
export async function readCardFrames({ nodeIds }: CallInput<'readCardFrames'>): Promise<CallOutput<'readCardFrames'>> {
  const found = await Promise.all(nodeIds.map(findLayer));
  const frames = found.filter((node): node is SceneNode => node !== null && !node.removed && node.getPluginData(CARD_KEY) !== '');
  return { cards: (await Promise.all(frames.map(readFrame))).flatMap((card) => (card ? [card] : [])) };
}

type FrameCard = CallOutput<'readCardFrames'>['cards'][number];

async function readFrame(frame: SceneNode): Promise<FrameCard | null> {
  const card = storedCard(frame);
  if (!card) return null;
  const layers = childrenOf(frame);
  const pictures = layers.filter((layer) => layer.getPluginData(PICTURE_KEY) !== '');
  const swatches = layers.filter((layer) => layer.type === 'RECTANGLE' && layer.getPluginData(PICTURE_KEY) === '');
  const colours = await Promise.all(swatches.map((layer, index) => swatchOf(layer, card.swatches[index])));
  return {
    card: { ...card, name: textOf(layers, NAME_LAYER) ?? card.name, swatches: colours.flatMap((swatch) => (swatch ? [swatch] : [])), rules: Object.fromEntries(RULE_ORDER.map((id) => [id, textOf(layers, RULES[id].label) ?? card.rules[id]])) },
    pictures: pictures.map((layer) => {
      const [digest = '', hash = ''] = layer.getPluginData(PICTURE_KEY).split(' ');
      return { nodeId: layer.id, name: cleanName(layer.name, CARD_LIMITS.name), digest: pictureHash(layer) === hash ? digest : null };
    }),
  };
}

/** Null where no colour shows. A layer that keeps its colour keeps its share; a new one has a small one. */
async function swatchOf(layer: SceneNode, before: CardSwatch | undefined): Promise<CardSwatch | null> {
  const [paint] = fillsOf(layer);
  if (paint?.type !== 'SOLID') return null;
  const { r, g, b } = paint.color;
  const hex = toHex([r * 255, g * 255, b * 255]);
  const name = layer.name === hexName(before) ? (before?.name ?? '') : cleanName(layer.name, CARD_LIMITS.swatchName);
  return { hex, name: name === hex ? '' : name, share: before?.share ?? 0.1, binding: await bindingOf(layer, paint) };
}

async function bindingOf(layer: SceneNode, paint: SolidPaint): Promise<Binding | null> {
  const variable = paint.boundVariables?.color;
  if (variable) {
    const found = await figma.variables.getVariableByIdAsync(variable.id).catch(() => null);
    return { is: 'variable', id: variable.id, name: cleanName(found?.name ?? '', CARD_LIMITS.name) };
  }
  const styleId = 'fillStyleId' in layer && typeof layer.fillStyleId === 'string' ? layer.fillStyleId : '';
  if (styleId === '') return null;
  const style = await figma.getStyleByIdAsync(styleId).catch(() => null);
  return { is: 'style', id: styleId, name: cleanName(style?.name ?? '', CARD_LIMITS.name) };
}

function storedCard(frame: SceneNode): StyleCard | null {
  try {
    const card = readCard(JSON.parse(frame.getPluginData(CARD_KEY)));
    return typeof card === 'string' ? null : card;
  } catch {
    return null;
  }
}

function textOf(layers: readonly SceneNode[], name: string): string | null {
  const layer = layers.find((each) => each.type === 'TEXT' && each.name === name);
  return layer?.type === 'TEXT' ? withoutHint(layer.characters) : null;
}

/** An empty rule stands as a dash, so that there is a layer to write in. */
const NOTHING = '—';
const withoutHint = (text: string): string => (text.trim() === NOTHING ? '' : text);

function heightOf(card: StyleCard): number {
  const pictureRows = Math.ceil(card.pictures.length / 3);
  const rules = RULE_ORDER.reduce((sum, id) => sum + LINE + linesOf(card.rules[id]) * LINE + GAP, 0);
  return MARGIN * 2 + LINE * 2 + GAP * 2 + pictureRows * (PICTURE + GAP) + Math.ceil(card.swatches.length / 7) * (SWATCH + GAP) + rules;
}

function linesOf(text: string): number {
  return Math.max(1, Math.ceil(text.length / 46));
}

function fill(frame: FrameNode, card: StyleCard, pictures: readonly Uint8Array[]): void {
  let y = MARGIN;
  addText(frame, NAME_LAYER, card.name, y, BOLD, INK);
  addText(frame, 'Code', cardCode(card), y + LINE, FONT, QUIET);
  y += LINE * 2 + GAP;
  card.pictures.forEach((picture, index) => {
    const bytes = pictures[index];
    if (bytes) addPicture(frame, picture.digest, picture.name, bytes, { x: MARGIN + (index % 3) * (PICTURE + GAP), y: y + Math.floor(index / 3) * (PICTURE + GAP) });
  });
  y += Math.ceil(card.pictures.length / 3) * (PICTURE + GAP);
  card.swatches.forEach((swatch, index) => addSwatch(frame, swatch, { x: MARGIN + (index % 7) * (SWATCH + GAP), y: y + Math.floor(index / 7) * (SWATCH + GAP) }));
  y += Math.ceil(card.swatches.length / 7) * (SWATCH + GAP) + GAP;
  for (const id of RULE_ORDER) {
    addText(frame, `${RULES[id].label}, heading`, RULES[id].label, y, FONT, QUIET);
    addText(frame, RULES[id].label, card.rules[id] || NOTHING, y + LINE, FONT, INK, linesOf(card.rules[id]));
    y += LINE + linesOf(card.rules[id]) * LINE + GAP;
  }
}

function addText(frame: FrameNode, name: string, characters: string, y: number, font: FontName, ink: SolidPaint, lines = 1): void {
  const text = figma.createText();
  frame.appendChild(text);
  text.fontName = font;
  text.fontSize = 12;
  text.characters = characters;
  text.textAutoResize = 'NONE';
  text.resize(WIDTH - MARGIN * 2, LINE * lines);
  text.name = name;
  text.fills = [ink];
  text.x = MARGIN;
  text.y = y;
}

function addPicture(frame: FrameNode, digest: string, name: string, bytes: Uint8Array, at: Vector): void {
  const hash = takePicture(bytes);
  const picture = addRectangle(frame, name, PICTURE, at);
  picture.fills = [pictureFill(hash)];
  picture.setPluginData(PICTURE_KEY, `${digest} ${hash}`);
}

function addSwatch(frame: FrameNode, swatch: CardSwatch, at: Vector): void {
  addRectangle(frame, hexName(swatch), SWATCH, at).fills = [solid(swatch.hex)];
}

function hexName(swatch: CardSwatch | undefined): string {
  return swatch ? (swatch.name === '' ? swatch.hex : swatch.name) : '';
}

function addRectangle(frame: FrameNode, name: string, side: number, { x, y }: Vector): RectangleNode {
  const rectangle = figma.createRectangle();
  frame.appendChild(rectangle);
  rectangle.resize(side, side);
  rectangle.x = x;
  rectangle.y = y;
  rectangle.name = cleanName(name, 100) || 'Picture';
  rectangle.cornerRadius = 4;
  return rectangle;
}

function writeCard(frame: FrameNode, card: StyleCard): void {
  const entry = JSON.stringify(card);
  if (!fitsEntry(entry)) throw new VariegateError('PLACE_FAILED', { cause: 'The card is too long for its frame.' });
  frame.setPluginData(CARD_KEY, entry);
}
