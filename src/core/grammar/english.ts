// Whether words may be put beside a text without mixing languages. A coarse look: language detectors weigh 60 kB and more.

/** Words that only English has often; German, French, Spanish and Italian words of the same kind. */
const ENGLISH = words('the a an of and in on with at to is for from by under over into near behind cat dog house lamp man woman');
const OTHERS = words('der die das und ein eine mit von im ist auf le la les des une dans avec sur el los las una con por del il lo gli che di per un et y e na w z het een van met och en på');

/** True for text in Latin letters that looks English, or has nothing that tells. */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (letters.length > 0 && latin.length / letters.length < 0.7) return false;
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => found.filter((word) => list.has(word)).length;
  return count(OTHERS) === 0 || count(ENGLISH) >= count(OTHERS);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
