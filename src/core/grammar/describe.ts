// A picture described without AI, by its measures and by the words of its text layers. It says how the picture looks, and of what it
// shows only where things lie and what is written on them.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts } from '../fields.ts';
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import { cleanName } from '../prompt.ts';
import { askedFields } from '../studio/asked.ts';
import type { DescribeAnswer, DescribeTask, LayerText, PictureBox, SeenObject, SeenRelation } from '../studio/tasks.ts';
import { compositionWords, lightWords, listed, moodWords, paletteWords, qualityWords, styleWords, subjectWords } from './measured.ts';

/** What fits into one sentence for people who do not see the picture. */
const ALT_LENGTH = 125;
const MOST_WORDS = 6;
const MOST_OBJECTS = 12;

/** All four readings; fields that cannot be measured (action, for one) stay out. English, whatever the task's language. */
export function describeByMeasures(task: DescribeTask, measures: PictureMeasures): DescribeAnswer {
  // The largest words first: a headline says more of a picture than its menu.
  const layers = [...task.layers].sort((a, b) => heightOf(b) - heightOf(a));
  const isList = task.reading === 'objects';
  const objects = isList ? objectsIn(layers, measures) : [];
  return {
    is: 'describe',
    reading: task.reading,
    fields: only(askedFields(task), textsOf(layers, measures)),
    objects,
    relations: relationsOf(objects),
    altText: altTextOf(layers, measures),
  };
}

function heightOf({ box }: LayerText): number {
  return box.bottom - box.top;
}

function textsOf(layers: readonly LayerText[], measures: PictureMeasures): FieldTexts {
  const words = layers.slice(0, MOST_WORDS).map(({ characters }) => quoted(characters));
  const colours = measures.masses.map(({ colour }) => areaOf(colour));
  return {
    subject: subjectWords(measures),
    ...(colours.length > 1 ? { objects: listed([...new Set(colours)]) } : {}),
    environment: `a ground of ${measures.colours[0]?.name ?? 'mixed colour'}`,
    lighting: lightWords(measures),
    palette: paletteWords(measures),
    style: styleWords(measures),
    camera: compositionWords(measures),
    mood: moodWords(measures),
    ...(words.length > 0 ? { text: listed(words) } : {}),
    quality: qualityWords(measures),
  };
}

function only(ids: readonly FieldId[], texts: FieldTexts): FieldTexts {
  return Object.fromEntries(FIELD_ORDER.filter((id) => ids.includes(id) && texts[id] !== undefined).map((id) => [id, texts[id] ?? '']));
}

function altTextOf(layers: readonly LayerText[], measures: PictureMeasures): string {
  const colours = listed(measures.colours.slice(0, 2).map(({ name }) => name));
  const words = layers[0] ? ` with the words ${quoted(layers[0].characters)}` : `, ${subjectWords(measures)}`;
  return cleanName(`Picture in ${colours}${words}`, ALT_LENGTH);
}

function quoted(characters: string): string {
  return `“${cleanName(characters, 60).replace(/[“”"{}]/g, '’')}”`;
}

function areaOf(colour: string): string {
  return `${/^[aeio]/.test(colour) ? 'an' : 'a'} ${colour} area`;
}

function objectsIn(layers: readonly LayerText[], { masses }: PictureMeasures): SeenObject[] {
  const texts = layers.slice(0, MOST_WORDS).map(({ characters, box }) => ({ name: `the words ${quoted(characters)}`, box }));
  return [...masses.map(({ colour, box }) => ({ name: areaOf(colour), box })), ...texts].slice(0, MOST_OBJECTS);
}

/** One relation for each thing but the first: to the one listed before it. */
function relationsOf(objects: readonly SeenObject[]): SeenRelation[] {
  return objects.flatMap((object, at) => {
    const before = objects[at - 1];
    const relation = before && relationOf(object.box, before.box);
    return relation ? [{ from: at, relation, to: at - 1 }] : [];
  });
}

function relationOf(a: PictureBox, b: PictureBox): string {
  if (a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom) return 'inside';
  if (a.right <= b.left) return 'left of';
  if (a.left >= b.right) return 'right of';
  if (a.bottom <= b.top) return 'above';
  return a.top >= b.bottom ? 'below' : 'overlapping';
}
