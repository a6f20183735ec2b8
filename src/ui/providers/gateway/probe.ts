// The test of a gateway: does it answer, does it look at a picture that is sent along, does it make pictures, and does the one that it is
// sent shape what it makes? A canary tells: a picture of a colour and a number that nobody could guess.
import type { GatewayFound } from '../../../core/gateways.ts';
import type { Rgb } from '../../../core/colour.ts';
import { distance, toLab } from '../../../core/colour.ts';
import { toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import type { InputImage } from '../provider.ts';

export interface Canary {
  /** A square filled with the colour, the number large in its middle; PNG. */
  draw(number: string, colour: Rgb): Promise<Uint8Array>;
  /** The colour that covers most of a picture; null where it cannot be read. */
  mainColour(bytes: Uint8Array): Promise<Rgb | null>;
  /** 0 to 1. */
  random(): number;
}

interface Ways {
  say(words: string, image: InputImage | null): Promise<string>;
  draw(words: string, image: InputImage): Promise<Uint8Array>;
}

const COLOURS: readonly Rgb[] = [[199, 21, 133], [0, 128, 96], [70, 60, 180], [200, 90, 20]];
/** OKLab distance within which a colour counts as the canary's: models never hit one exactly. */
const NEAR = 0.15;

/** What the key or the address is at fault for: told as it is, not found out as a lack. */
const NOT_ITS_FAULT: readonly ErrorCode[] = ['KEY_MISSING', 'KEY_INVALID', 'KEY_FORBIDDEN', 'CREDIT_EMPTY', 'GATEWAY_URL', 'OFFLINE', 'CONNECTION_LOST', 'CANCELLED', 'RATE_LIMITED', 'SERVICE_OVERLOADED', 'TIMED_OUT'];

/** At most four requests. Rejects with what says nothing of the gateway's abilities: a wrong key, no network. */
export async function probe({ url, model }: { readonly url: string; readonly model: string }, canary: Canary, { say, draw }: Ways): Promise<GatewayFound> {
  const number = String(100 + Math.floor(canary.random() * 900));
  const colour = COLOURS[Math.floor(canary.random() * COLOURS.length)] ?? [199, 21, 133];
  const image: InputImage = { role: 'subject', bytes: await canary.draw(number, colour) };
  const answered = await tried(() => say('Answer with the one word: ready', null));
  const seen = answered.is === 'found' ? await tried(() => say('Which number stands in the attached picture? Answer with the number alone; without a picture answer: none.', image)) : answered;
  const made = await tried(() => draw('Make a plain square, filled edge to edge with the background colour of the attached picture and nothing else.', image));
  const main = made.is === 'found' ? await canary.mainColour(made.value) : null;
  return {
    url, model,
    answers: answered.is === 'found',
    sees: seen.is === 'found' && seen.value.includes(number),
    makes: made.is === 'found' && main !== null,
    keepsInputs: main !== null && distance(toLab(main), toLab(colour)) < NEAR,
    why: made.is === 'lacks' ? made.why : '',
  };
}

type Tried<T> = { readonly is: 'found'; readonly value: T } | { readonly is: 'lacks'; readonly why: string };

async function tried<T>(way: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { is: 'found', value: await way() };
  } catch (thrown) {
    const error = toVariegateError(thrown);
    if (NOT_ITS_FAULT.includes(error.code)) throw error;
    return { is: 'lacks', why: `${error.message} ${error.why}` };
  }
}
