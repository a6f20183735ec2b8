// What a look is: plain JSON that tells the offline engine how to make one picture. Planned in planLooks, drawn in renderLook.
import type { Axis } from '../prompt.ts';
import type { ConceptWashOptions } from './filters/conceptWash.ts';
import type { CutPaperOptions } from './filters/cutPaper.ts';
import type { DuotoneOptions } from './filters/duotone.ts';
import type { HalftoneOptions } from './filters/halftone.ts';
import type { LowPolyOptions } from './filters/lowPoly.ts';
import type { PaintingOptions } from './filters/painting.ts';
import type { PencilOptions } from './filters/pencil.ts';
import type { PosterOptions } from './filters/poster.ts';
import type { RegradeOptions } from './filters/regrade.ts';
import type { RelightOptions } from './filters/relight.ts';
import type { RisographOptions } from './filters/risograph.ts';
import type { WatercolourOptions } from './filters/watercolour.ts';
import type { SceneOptions } from './scene/scene.ts';

/** A tighter or mirrored view of the source. */
export interface Reframe {
  readonly mirror: boolean;
  /** 1 keeps the whole, 2 shows half of each side. */
  readonly zoom: number;
  /** Where the view lies within the room that the zoom leaves, 0 left or top to 1. */
  readonly x: number;
  readonly y: number;
}

export type Step =
  | { readonly kind: 'scene'; readonly options: SceneOptions }
  | { readonly kind: 'reframe'; readonly options: Reframe }
  /** `onlyDrawings`: leaves everything but colourless drawings alone. */
  | { readonly kind: 'conceptWash'; readonly options: ConceptWashOptions; readonly onlyDrawings: boolean }
  | { readonly kind: 'painting'; readonly options: PaintingOptions }
  | { readonly kind: 'pencil'; readonly options: PencilOptions }
  | { readonly kind: 'halftone'; readonly options: HalftoneOptions }
  | { readonly kind: 'duotone'; readonly options: DuotoneOptions }
  | { readonly kind: 'lowPoly'; readonly options: LowPolyOptions }
  | { readonly kind: 'poster'; readonly options: PosterOptions }
  | { readonly kind: 'cutPaper'; readonly options: CutPaperOptions }
  | { readonly kind: 'risograph'; readonly options: RisographOptions }
  | { readonly kind: 'watercolour'; readonly options: WatercolourOptions }
  | { readonly kind: 'regrade'; readonly options: RegradeOptions }
  | { readonly kind: 'relight'; readonly options: RelightOptions };

export interface Look {
  /** Unique within its plan. */
  readonly id: string;
  /** 1 to 5 words, sentence case. */
  readonly caption: string;
  /** One sentence of what it does. */
  readonly words: string;
  /** What it changes; only ticked ones. */
  readonly axes: readonly Axis[];
  /** How much of the result covers the source, 0 to 1; a new framing always counts in full. */
  readonly share: number;
  readonly steps: readonly Step[];
}
