// What determines a picture, as plain data. Price, cache key, queue, history, provenance and retry all start from here.
import type { PromptFields } from './fields.ts';
import type { CanvasBox, ImageBox, ImageSize } from './geometry.ts';
import type { ProviderId, Ratio, SizeClass } from './model.ts';
import type { Strength } from './style/words.ts';
import type { Axis, Closeness, Direction, InputRole, ReferenceRole } from './prompt.ts';

/** Of core/recipes, or of a newer version: that one is made again as variants. */
export type RecipeId = string;
export type PlaceMode = 'beside' | 'replace' | 'keep';
/** What of the selection is sent: its look on the canvas, or the picture in its fill as it was put in. */
export type SourceView = 'seen' | 'original';

/** What the designer has set in Create; frozen into a run when Make is pressed. */
export interface Draft {
  readonly recipe: RecipeId;
  readonly brief: string;
  /** The prompt as the designer edited it, DIRECTION_TOKEN included where wanted; null while the recipe writes it. */
  readonly exactPrompt: string | null;
  /** 1 to 8. */
  readonly count: number;
  readonly closeness: Closeness;
  readonly axes: readonly Axis[];
  readonly model: string;
  readonly sizeClass: SizeClass;
  readonly place: PlaceMode;
  readonly view: SourceView;
  readonly references: readonly ReferenceDraft[];
}

/** A reference beside the source; its bytes stay in ui/run, found by `id`. */
export interface ReferenceDraft {
  readonly id: string;
  readonly name: string;
  readonly role: ReferenceRole;
}

/** One input picture of a request, in the order they are sent. */
export interface RequestInput {
  readonly role: InputRole;
  readonly name: string;
  /** SHA-256 of the sent bytes, hex. */
  readonly digest: string;
  readonly size: ImageSize;
}

export interface GenerationRequest {
  /** `<run id>/<index>`; does not determine the picture and is left out of the cache key, like `runId`. */
  readonly id: string;
  readonly runId: string;
  readonly recipe: { readonly id: RecipeId; readonly version: number };
  readonly provider: ProviderId;
  readonly model: string;
  /** Exactly the text that is sent. */
  readonly prompt: string;
  readonly brief: string;
  readonly direction: Direction | null;
  readonly closeness: Closeness;
  readonly inputs: readonly RequestInput[];
  readonly ratio: Ratio | null;
  readonly sizeClass: SizeClass;
  /** The pixels asked for. */
  readonly size: ImageSize;
  /** Where the source lies in the padded picture that was sent; null for runs from words, which crop to cover. */
  readonly content: ImageBox | null;
  /** The ratio of the result, as a canvas size: the source's own box, or the size asked for. */
  readonly target: { readonly width: number; readonly height: number };
  /** The structured prompt that the words were made of; absent where they were written otherwise. Not part of the cache key. */
  readonly fields?: PromptFields;
  /** The style card whose look it wears, and how much of it; absent without one. Not part of the cache key, which has the words. */
  readonly style?: { readonly code: string; readonly look: Strength };
  /** Tells equal requests of one run apart: 0 for the first with these words. */
  readonly variation: number;
}

/** Where a run belongs in the document; frozen with the draft, never read from the selection again. */
export interface RunSource {
  readonly pageId: string;
  readonly nodeIds: readonly string[];
  readonly name: string;
  /** Absolute box of what was read (canvas px). */
  readonly box: CanvasBox;
}
