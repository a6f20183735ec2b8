// Who people are, spread over the pictures of a run: ages, skin tones and genders in turn, as alternatives that stand in the prompt and
// can be edited. The table is our own; any first few of it differ in all three.

const KINDS: readonly string[] = [
  'a Black woman in her thirties',
  'an East Asian man in his sixties',
  'a white woman in her fifties',
  'a South Asian man in his twenties',
  'a Latina woman in her sixties',
  'a Black man in his forties',
  'a Middle Eastern woman in her twenties',
  'a white man in his thirties',
];

/** "{a …|a …}" with as many kinds as pictures, 2 to 8. */
export function spreadGroup(count: number): string {
  return `{${KINDS.slice(0, Math.min(KINDS.length, Math.max(2, Math.round(count)))).join('|')}}`;
}
