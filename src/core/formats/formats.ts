// One approved picture recomposed for other frames: the words for each.
import { cleanText } from '../prompt.ts';
import type { Size } from '../geometry.ts';
import { lines } from '../recipes/words.ts';
import type { Focal } from './focal.ts';

export type FocalChoice = 'auto' | 'centre' | 'left' | 'right' | 'top' | 'bottom';

export const FOCAL_POINTS: Readonly<Record<Exclude<FocalChoice, 'auto'>, Focal>> = {
  centre: { x: 0.5, y: 0.5 }, left: { x: 0.25, y: 0.5 }, right: { x: 0.75, y: 0.5 }, top: { x: 0.5, y: 0.25 }, bottom: { x: 0.5, y: 0.75 },
};

/** The exact words for one frame. `master` and `target` are sizes in any unit. */
export function formatPrompt({ brief, focal, master, target }: { readonly brief: string; readonly focal: Focal; readonly master: Size<string>; readonly target: Size<string> }): string {
  return lines(
    `Image 1 is an approved picture. Recompose it for a ${shapeWord(target)} frame, filling it edge to edge.`,
    `Keep the same people, things, light, palette and style. What matters most lies ${placeWords(focal)} of image 1: keep all of it in view, whole and unstretched, with room around it.`,
    `${changeWords(master, target)} Nothing is stretched, squeezed, mirrored or repeated, and there are no bars or borders.`,
    cleanText(brief) !== '' && `The designer asks: ${cleanText(brief)}`,
    'Words that stand in the picture stay spelled exactly as they are.',
  );
}

/** "16:9", "9:16", "3:2": the nearest ratio of small numbers, for people. */
export function ratioText({ width, height }: Size<string>): string {
  const ratio = width / height;
  const [best] = RATIOS.map((name) => ({ name, gap: Math.abs(Math.log(ratio / valueOf(name))) })).sort((a, b) => a.gap - b.gap);
  return best && best.gap < 0.02 ? best.name : `${Math.round(width)} × ${Math.round(height)}`;
}

const RATIOS = ['1:1', '5:4', '4:3', '3:2', '16:9', '2:1', '21:9', '4:5', '3:4', '2:3', '9:16', '1:2', '4:1', '1:4'] as const;

function valueOf(name: string): number {
  const [width = 1, height = 1] = name.split(':').map(Number);
  return width / height;
}

function shapeWord(target: Size<string>): string {
  const ratio = target.width / target.height;
  const word = ratio > 2.2 ? 'very wide' : ratio > 1.15 ? 'wide' : ratio > 0.87 ? 'square' : ratio > 0.45 ? 'tall' : 'very tall';
  return `${word} ${ratioText(target)}`;
}

function placeWords({ x, y }: Focal): string {
  const across = x < 0.4 ? 'left of the middle' : x > 0.6 ? 'right of the middle' : 'in the middle';
  const down = y < 0.4 ? ', in the upper part' : y > 0.6 ? ', in the lower part' : '';
  return `${across}${down}`;
}

function changeWords(master: Size<string>, target: Size<string>): string {
  const change = target.width / target.height / (master.width / master.height);
  if (change > 1.1) return 'The frame is wider than image 1: show more of the scene on both sides, as it would go on.';
  if (change < 0.9) return 'The frame is taller than image 1: show more of the scene above and below, as it would go on.';
  return 'The frame has nearly the ratio of image 1: keep its composition.';
}
