// A brief told in shots: what the sheet shows, how all of it looks, and each shot with its caption and what is said in it.
import { asData } from '../asData.ts';
import { listOf, recordOf } from './json.ts';
import { modelText } from './modelText.ts';
import type { Shot, ShotsAnswer, ShotsTask } from './tasks.ts';

/** Most characters of each part. */
export const SHOT_LIMITS = { sheet: 900, look: 400, shows: 400, caption: 140, says: 140, who: 40 } as const;

export function shotLines({ count }: ShotsTask): string[] {
  return [
    `A designer wants a storyboard made from a brief. Tell it in exactly ${count} shots, in the order of the story.`,
    '"sheet" names every person, animal and prop that comes again, each with looks that never change: age, build, hair, clothes with their colours, materials.',
    '"look" is one sentence: the medium, light and palette that all shots share.',
    'For each shot: "shows", one or two sentences for an image model, who does what where, with framing and viewpoint, people by what the sheet says of them and not by name alone; "caption", at most 15 words, what the reader is told; "says", at most 12 words that are spoken aloud in it, or empty; "who" says it, or empty.',
    'Vary framing: wide, medium, close. No lettering in the pictures: captions and speech are set beside them.',
  ];
}

export function shotData({ brief }: ShotsTask): string {
  return `The brief: ${asData('brief', brief)}`;
}

/** Null where no shot can be read; too many are cut. */
export function readShots(task: ShotsTask, value: Readonly<Record<string, unknown>>): ShotsAnswer | null {
  const shots = listOf(value['shots']).flatMap(readShot).slice(0, task.count);
  if (shots.length === 0) return null;
  return { is: 'shots', sheet: modelText(value['sheet'], SHOT_LIMITS.sheet), look: modelText(value['look'], SHOT_LIMITS.look), shots };
}

function readShot(value: unknown): Shot[] {
  const record = recordOf(value);
  const shows = modelText(record?.['shows'], SHOT_LIMITS.shows);
  if (shows === '') return [];
  const says = modelText(record?.['says'], SHOT_LIMITS.says);
  return [{ shows, caption: modelText(record?.['caption'], SHOT_LIMITS.caption), says, who: says === '' ? '' : modelText(record?.['who'], SHOT_LIMITS.who) }];
}
