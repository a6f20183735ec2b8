// Words from outside inside a prompt for a text model: they stand between markers, as data. Nothing in them can close one.
import { cleanText } from './prompt.ts';

/** Most characters of one piece of data. */
export const DATA_LIMIT = 8000;

/**
 * `<tag>text</tag>`, the text cleaned and without a single "<", so that no marker can be written in it however it is
 * spelled; "none" where it is empty. More than `limit` characters are cut, and the model is told.
 */
export function asData(tag: string, text: string, limit = DATA_LIMIT): string {
  const whole = cleanText(text, limit + 1);
  const data = cleanText(whole, limit).split('<').join('‹');
  const note = whole.length > limit ? `\n[The rest is cut off: longer than ${limit} characters.]` : '';
  return `<${tag}>${data === '' ? 'none' : data}${note}</${tag}>`;
}
