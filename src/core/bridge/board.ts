// A frame drawn of plain layers: words, colours and pictures at places that the UI has worked out. Reports, storyboards and mood boards are
// made of it, so that the sandbox needs to know none of them.
import { recipeRecordSchema } from '../provenance.ts';
import * as z from '../z.ts';

const coordinate = z.number().check(z.minimum(-100_000), z.maximum(100_000));
const side = z.number().check(z.minimum(0.01), z.maximum(100_000));
const hex = z.string().check(z.regex(/^#[0-9a-f]{6}$/));
/** A report lists a sentence for each pair of models. */
const MOST_CHARACTERS = 20_000;
const common = { name: z.string().check(z.maxLength(200)), x: coordinate, y: coordinate, width: side, height: side } as const;

const boardItem = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('text'), ...common,
    characters: z.string().check(z.minLength(1), z.maxLength(MOST_CHARACTERS)),
    fontSize: z.number().check(z.minimum(6), z.maximum(400)),
    isBold: z.boolean(),
    colour: hex,
    /** Also up and down: centred words lie in the middle of their box. */
    align: z.enum(['LEFT', 'CENTER']),
  }),
  /** `rotation` in degrees, counter-clockwise around its place, as Figma counts. */
  z.object({ is: z.literal('colour'), ...common, colour: hex, radius: z.number().check(z.minimum(0), z.maximum(1000)), rotation: z.optional(z.number().check(z.minimum(-180), z.maximum(180))) }),
  /** Bytes were sent ahead under the ticket. */
  z.object({ is: z.literal('picture'), ...common, ticket: z.string().check(z.minLength(1), z.maxLength(100)), radius: z.number().check(z.minimum(0), z.maximum(1000)), recipe: z.nullable(recipeRecordSchema) }),
]);

export const boardSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  width: side,
  height: side,
  colour: hex,
  items: z.array(boardItem).check(z.maxLength(600)),
});

export type Board = z.infer<typeof boardSchema>;
export type BoardItem = z.infer<typeof boardItem>;
