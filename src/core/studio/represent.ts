// A set of pictures looked at for who is shown and how: told as what is seen and as questions, never as a verdict.
import { asData } from '../asData.ts';
import { listOf } from './json.ts';
import { modelText } from './modelText.ts';
import type { RepresentAnswer, RepresentTask } from './tasks.ts';

const SENTENCE = 200;
const MOST = 4;

export function representLines({ pictures }: RepresentTask): string[] {
  return [
    `The ${pictures} attached pictures are one set for the same brief. A designer wants to see at a glance what the set shows of people.`,
    '"sees" are one to four plain sentences of what is visible over the whole set, with counts: how many people, and what varies or does not in age, gender presentation, skin tone, body, ability, dress, and who acts and who looks on. Say "appear" and never guess at origin, faith, health or orientation. Where no person is shown, say that alone.',
    '"questions" are up to three short questions the designer may ask of the set, open ones, as in "Should somebody older cook as well?". No advice, no judgement; none where no person is shown.',
  ];
}

export function representData({ brief }: RepresentTask): string {
  return `The brief: ${asData('brief', brief)}`;
}

/** Null where nothing was seen. */
export function readRepresent(value: Readonly<Record<string, unknown>>): RepresentAnswer | null {
  const texts = (list: unknown) => [...new Set(listOf(list).map((text) => modelText(text, SENTENCE)).filter((text) => text !== ''))].slice(0, MOST);
  const sees = texts(value['sees']);
  return sees.length === 0 ? null : { is: 'represent', sees, questions: texts(value['questions']) };
}
