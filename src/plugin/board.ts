// Draws a board: a frame of words, colours and pictures as ordinary layers, at the places that the UI worked out.
import type { BoardItem } from '../core/bridge/board.ts';
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { cleanName } from '../core/prompt.ts';
import { BOLD, FONT, loadFonts, makeFrame, solid } from './frames.ts';
import { pictureFill, takePicture } from './picture.ts';
import { stamp } from './stamp.ts';

type Picture = Extract<BoardItem, { is: 'picture' }>;
type Block = Extract<BoardItem, { is: 'colour' }>;
type Words = Extract<BoardItem, { is: 'text' }>;

/** `pictures` are those of the board's items, in their order; so are the answer's. */
export async function placeBoard({ source, board }: CallInput<'placeBoard'>, pictures: readonly Uint8Array[]): Promise<CallOutput<'placeBoard'>> {
  await loadFonts();
  const placed: { nodeId: string; imageHash: string }[] = [];
  const frame = await makeFrame(source, board, (made) => {
    made.name = cleanName(board.name, 100) || 'Board';
    made.fills = [solid(board.colour)];
    for (const item of board.items) {
      if (item.is === 'text') addWords(made, item);
      else if (item.is === 'colour') addBlock(made, item);
      else placed.push(addPicture(made, item, pictures[placed.length]));
    }
  });
  return { ...frame, pictures: placed };
}

function addWords(frame: FrameNode, item: Words): void {
  const text = figma.createText();
  frame.appendChild(text);
  text.fontName = item.isBold ? BOLD : FONT;
  text.fontSize = item.fontSize;
  text.characters = item.characters;
  text.textAlignHorizontal = item.align;
  // How tall the words run was guessed: what is left over goes to both sides.
  if (item.align === 'CENTER') text.textAlignVertical = 'CENTER';
  text.textAutoResize = 'NONE';
  text.resize(item.width, item.height);
  text.fills = [solid(item.colour)];
  settle(text, item);
}

function addBlock(frame: FrameNode, item: Block): void {
  const rectangle = addRectangle(frame, item);
  rectangle.fills = [solid(item.colour)];
  if (item.rotation === undefined) return;
  rectangle.rotation = item.rotation;
  settle(rectangle, item);
}

function addPicture(frame: FrameNode, item: Picture, bytes: Uint8Array | undefined): { nodeId: string; imageHash: string } {
  if (!bytes) throw new VariegateError('PLACE_FAILED');
  const imageHash = takePicture(bytes);
  const rectangle = addRectangle(frame, item);
  rectangle.fills = [pictureFill(imageHash)];
  if (item.recipe) stamp(rectangle, item.recipe);
  return { nodeId: rectangle.id, imageHash };
}

function addRectangle(frame: FrameNode, item: Exclude<BoardItem, Words>): RectangleNode {
  const rectangle = figma.createRectangle();
  frame.appendChild(rectangle);
  rectangle.resize(item.width, item.height);
  rectangle.cornerRadius = item.radius;
  settle(rectangle, item);
  return rectangle;
}

function settle(node: TextNode | RectangleNode, { name, x, y }: BoardItem): void {
  node.name = cleanName(name, 100) || node.name;
  node.x = x;
  node.y = y;
}
