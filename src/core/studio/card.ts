// The question for a style card: what a text model is asked about a look, and its answer read. Apart from the other tasks because it
// speaks of rules and not of fields. Words of others are data in it.
import { asData } from '../asData.ts';
import { CARD_LIMITS, RULES, RULE_ORDER } from '../style/card.ts';
import type { RuleId } from '../style/card.ts';
import { readHex } from '../style/readCard.ts';
import { listOf, recordOf } from './json.ts';
import { modelText } from './modelText.ts';
import type { CardAnswer, CardTask } from './tasks.ts';

const COLOURS = 8;
const NAME_LENGTH = 40;
/** Of one rule as a model writes it (characters). */
const RULE_LENGTH = 240;

export function cardLines({ pictures }: CardTask): string[] {
  return [
    pictures > 0
      ? `Describe the look that the attached ${pictures === 1 ? 'picture has' : 'pictures have in common'}, so that it can be carried to other things.`
      : 'A designer describes a look. Write it down as rules, so that it can be carried to other things.',
    'The look alone: not a word about the things shown, the place, the people or the lettering.',
    '"name" is 1 to 4 words in sentence case that a designer would call this look.',
    'The rules:',
    ...RULE_ORDER.map((id) => `- "${id}": ${RULES[id].asks}`),
    'Each rule is one plain phrase of at most 20 words: concrete, visual, specific. Leave a rule out where there is nothing to say.',
    `"colours" are the 3 to ${COLOURS} colours that carry the look, the one that covers most first: "hex" as #rrggbb and a plain "name".`,
    'Name no living artist, brand or character: say technique, material and period instead.',
  ];
}

/** What stands last, after the rules that all tasks share. */
export function cardData({ words }: CardTask): string {
  return `The designer’s words: ${asData('look', words)}`;
}

/** Name, rules and colours that can be used; everything else is left out. Null where nothing of a look is said. */
export function readCardAnswer(value: Readonly<Record<string, unknown>>): CardAnswer | null {
  const given = recordOf(value['rules']);
  const rules: Partial<Record<RuleId, string>> = {};
  for (const id of RULE_ORDER) {
    const text = modelText(given?.[id], RULE_LENGTH);
    if (text !== '') rules[id] = text;
  }
  const colours = listOf(value['colours']).slice(0, CARD_LIMITS.swatches).flatMap((item) => {
    const record = recordOf(item);
    const hex = readHex(record?.['hex']);
    return hex === null ? [] : [{ hex, name: modelText(record?.['name'], CARD_LIMITS.swatchName) }];
  });
  if (Object.keys(rules).length === 0 && colours.length === 0) return null;
  return { is: 'card', name: modelText(value['name'], NAME_LENGTH), rules, colours };
}
