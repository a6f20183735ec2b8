// A sketch read without AI: what can be measured of its lines, what of them is kept, and the designer's wish in the look of a target.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldTexts } from '../fields.ts';
import { isEnglish } from '../language.ts';
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import { cleanName } from '../prompt.ts';
import type { RenderTarget, SketchAnswer, SketchTask } from '../studio/tasks.ts';
import { countWords, placeWords } from './measured.ts';
import { splitIdea } from './splitIdea.ts';

const MOST_WORDS = 3;

/** The look of each target in our own words. */
const LOOKS: Readonly<Record<RenderTarget, FieldTexts>> = {
  photo: { lighting: 'natural light from one side with soft shadows', style: 'a photograph', camera: 'at eye level, medium distance', quality: 'real materials, crisp where it matters' },
  render3d: { lighting: 'two studio lights and a soft contact shadow', style: 'a 3D rendering', camera: 'three-quarter view, long lens', quality: 'modelled forms, clean bevels, named materials' },
  illustration: { lighting: 'one clear light with a simple shadow side', style: 'an illustration in ink line and flat colour', palette: 'a limited palette of four colours', quality: 'confident lines of varying weight' },
  architecture: { lighting: 'daylight with long soft shadows', environment: 'in its surroundings, with planting and people for scale', style: 'an architectural visualisation', camera: 'at the height of a person', quality: 'building materials with true scale' },
  interface: { lighting: 'no light of its own, even brightness', style: 'a finished interface screen', camera: 'seen straight on, without perspective', quality: 'sharp type, even spacing, aligned edges' },
  packaging: { lighting: 'soft box light with one clean highlight', environment: 'on a plain seamless ground', style: 'a product photograph of a package', camera: 'slightly from above, front and one side in view', quality: 'printed board, foil and film told apart' },
  product: { lighting: 'a large soft light from above left and a rim light', environment: 'on a plain seamless ground', style: 'a product photograph', camera: 'three-quarter view at the height of the object', quality: 'seams, edges and finish clearly shown' },
};

/** Fields that describe the finished picture; a wish in another language than English gets none of our words. */
export function sketchByMeasures(task: SketchTask, measures: PictureMeasures): SketchAnswer {
  const wish = splitIdea(task.wish);
  const own = isEnglish(task.wish) ? { ...LOOKS[task.target], ...wish } : wish;
  const subject = own.subject ?? `what the sketch shows: ${countWords(Math.max(1, measures.masses.length), 'part', 'parts')} in the same places`;
  const fields = { ...own, subject };
  return {
    is: 'sketch',
    reads: readsOf(measures),
    keeps: keepsOf(task, measures),
    fields: Object.fromEntries(FIELD_ORDER.filter((id) => fields[id] !== undefined).map((id) => [id, fields[id] ?? ''])),
  };
}

function readsOf({ masses, direction, focus }: PictureMeasures): string {
  const parts = countWords(masses.length, 'part', 'parts');
  const lines = direction === 'none' ? 'lines in every direction' : `mostly ${direction} lines`;
  return `A drawing of ${parts}, ${lines}, heaviest at the ${placeWords(focus)}.`;
}

function keepsOf({ layers }: SketchTask, { masses, symmetry, focus }: PictureMeasures): string[] {
  return [
    masses.length > 1 ? `the arrangement of its ${countWords(masses.length, 'part', 'parts')}` : 'the outline',
    `the weight at the ${placeWords(focus)}`,
    'the proportions',
    ...(symmetry > 0.75 ? ['the left-right symmetry'] : []),
    ...layers.slice(0, MOST_WORDS).map(({ characters }) => `the lettering “${cleanName(characters, 60).replace(/[“”"{}]/g, '’')}”`),
  ];
}
