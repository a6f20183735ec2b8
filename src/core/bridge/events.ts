// What the sandbox tells the UI unasked, and the summary of a selection, which both directions carry. The UI checks events;
// the schemas are made when the first one arrives, because they take time and the window should be usable before.
import * as z from '../z.ts';
import { recipeRecordSchema } from '../provenance.ts';

const makeSummary = () => {
  const length = z.number().check(z.minimum(0), z.maximum(1e7));
  const coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7));
  const nodeId = z.string().check(z.minLength(1), z.maxLength(300));
  const box = z.object({ x: coordinate, y: coordinate, width: length, height: length });
  /** One selected layer, as little as the UI needs. */
  const selectedLayer = z.object({
    id: nodeId,
    name: z.string(),
    type: z.string(),
    /** What an export of it covers: absolute, canvas px. */
    box,
    /** It has a visible image fill, so "the original picture" can be sent. */
    hasPicture: z.boolean(),
    /** It takes fills, so "Replace fill" can work. */
    takesFill: z.boolean(),
    /** A Replace of before can be taken back: the fills of before lie in the layer. */
    canRestore: z.boolean(),
    /** Only vectors and lines: the recipe "Sketch to concept" is offered first. */
    isSketch: z.boolean(),
    /** Made by Variegate. */
    recipe: z.nullable(recipeRecordSchema),
  });

  const refusal = z.object({
    code: z.enum(['NOTHING_SELECTED', 'SELECTION_EMPTY', 'SELECTION_INVISIBLE', 'SELECTION_ZERO_SIZE', 'SELECTION_GONE']),
    name: z.string(),
  });

  return z.object({
    pageId: z.string(),
    pageName: z.string(),
    /** Sorted by position (top to bottom, left to right); at most 60 of `count`. */
    layers: z.array(selectedLayer),
    count: z.int(),
    /** All the layers together; null when there are none. */
    box: z.nullable(box),
    /** Why this cannot be sent; null when it can. */
    refusal: z.nullable(refusal),
  });
};

export const selectionSummary = z.lazy(makeSummary);

export const EVENTS = {
  /** The selection or a selected layer's looks changed; debounced. */
  selectionChanged: selectionSummary,
  /** A relaunch button or menu command was pressed while the plugin is open. */
  commandRun: z.lazy(() => z.object({ command: z.string() })),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventValue<Name extends EventName> = z.infer<(typeof EVENTS)[Name]>;

export type SelectionSummary = z.infer<typeof selectionSummary>;
export type SelectedLayer = SelectionSummary['layers'][number];
