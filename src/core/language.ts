// Which language words are in, coarsely: enough to know whether words of ours may stand beside them. Language detectors weigh
// 60 kB and more, and short briefs give them little to go by.

/** Scripts that tell their language, or nearly. */
const SCRIPTS: readonly (readonly [tag: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Words that a language has often; words of several count for each. */
const COMMON: readonly (readonly [tag: string, words: ReadonlySet<string>])[] = [
  ['en', set('the a an of and in on with at to is for from by under over into near behind cat dog house lamp man woman')],
  ['de', set('der die das und ein eine einer einem mit von im ist auf vor bei nach zum zur')],
  ['fr', set('le la les des une dans avec sur et du au un est pour')],
  ['es', set('el los las una con por del y en un la es para')],
  ['it', set('il lo gli che di per un e una con nel della è')],
  ['pt', set('o os as um uma com por do da em no na e é')],
  ['nl', set('het een van met op en de bij voor is')],
  ['pl', set('na w z i ze do jest pod nad')],
  ['sv', set('och en ett på med av är i den det')],
];

/** Share of letters that must be Latin for a text to count as such; the rest may be names and loans. */
const LATIN_SHARE = 0.7;

/**
 * A BCP 47 tag of one part: 'en' for English, and for Latin letters without a word that tells, since names and numbers go with any
 * language; another tag where script or common words tell it; 'und' else.
 */
export function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (letters.length > 0 && latin.length / letters.length < LATIN_SHARE) return scriptOf(text);
  return latinLanguage(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

/** True where words of ours may be put beside a text without mixing languages. */
export function isEnglish(text: string): boolean {
  return languageOf(text) === 'en';
}

function scriptOf(text: string): string {
  const counts = SCRIPTS.map(([tag, script]) => ({ tag, count: (text.match(script) ?? []).length }));
  // Japanese is written with Han characters for the most part; a few kana tell it from Chinese.
  const kana = counts[0];
  if (kana && kana.count > 0) return kana.tag;
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best), { tag: 'und', count: 0 });
  return most.tag;
}

// English where it leads or draws: words such as "in", "is" and "on" are in several lists.
function latinLanguage(words: readonly string[]): string {
  const counts = COMMON.map(([tag, common]) => ({ tag, count: words.filter((word) => common.has(word)).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best), { tag: 'en', count: 0 }).tag;
}

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
