// A wish as a change of fields, by rules, without AI. What no rule knows is added to the subject, so that no wish is lost.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts, PromptFields } from '../fields.ts';
import { cleanText } from '../prompt.ts';
import type { ChangeAnswer, ChangeTask } from '../studio/tasks.ts';

/** A word that says which field a wish is about. */
const ABOUT: readonly (readonly [FieldId, RegExp])[] = [
  ['lighting', /\b(?:light|lit|lighting|shadow|shadows|sun|sunlight|moonlight|night|dusk|dawn|noon|backlit|darker|brighter)\b/i],
  ['palette', /\b(?:colou?rs?|palette|red|blue|green|yellow|orange|purple|pink|warmer|cooler|monochrome|pastel)\b/i],
  ['style', /\b(?:watercolou?r|photo|photograph|painting|drawing|illustration|sketch|oil|ink|pencil|3d|poster|style)\b/i],
  ['camera', /\b(?:closer|close-up|wide|angle|lens|zoom|framing|from above|from below|aerial|portrait format)\b/i],
  ['mood', /\b(?:mood|calm|happier|sadder|dramatic|cosy|playful|serious|mysterious)\b/i],
  ['environment', /\b(?:background|place|setting|scene|beach|forest|city|street|room|space|desert|mountains|rain|snow|fog)\b/i],
];

export function changeByRules({ fields, words }: ChangeTask): ChangeAnswer {
  const wish = cleanText(words).replace(/[.!]+$/, '').replace(/^(?:now|and|then|please)\s+/i, '');
  const changed = open(fields, changeOf(fields, wish));
  return { is: 'change', fields: changed, summary: Object.keys(changed).length === 0 ? 'Only locked fields would change' : wish.slice(0, 80) };
}

function changeOf(fields: PromptFields, wish: string): FieldTexts {
  const made = /^make (?:it|this|that|him|her) (an? .+|the .+)$/i.exec(wish)?.[1];
  if (made) return { subject: made };
  const given = /^(?:give (?:it|him|her|them)|add) (.+)$/i.exec(wish)?.[1];
  if (given) return { objects: joined(fields.objects.text, given) };
  const removed = /^(?:remove|without|no|take away) (?:the |any )?(.+)$/i.exec(wish)?.[1];
  if (removed) return without(fields, removed);
  const rest = wish.replace(/^(?:make (?:it|this)|change (?:the \w+ to|it to)|set it|put it|more|use) /i, '');
  const [about] = ABOUT.find(([, known]) => known.test(wish)) ?? ['subject' as const];
  return about === 'subject' ? { subject: joined(fields.subject.text, wish) } : { [about]: /\bmore\b|er\b/i.test(wish) ? joined(fields[about].text, wish) : rest };
}

/** Takes a thing out of the fields that hold it, never the whole of one; where none does, it is something to avoid. */
function without(fields: PromptFields, removed: string): FieldTexts {
  const thing = removed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const tail = new RegExp(`\\s+(?:in|with|and|wearing|holding|under)\\s+(?:(?:an?|the|its)\\s+)?${thing}$`, 'i');
  const whole = new RegExp(`^(?:(?:an?|the|its)\\s+)?${thing}$`, 'i');
  const texts: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER.filter((each) => each !== 'avoid' && fields[each].text !== '')) {
    const parts = fields[id].text.split(/,\s*/);
    const kept = parts.map((part) => part.replace(tail, '')).filter((part) => parts.length === 1 || !whole.test(part)).join(', ');
    if (kept !== parts.join(', ')) texts[id] = kept;
  }
  return Object.keys(texts).length > 0 ? texts : { avoid: joined(fields.avoid.text, removed) };
}

function open(fields: PromptFields, texts: FieldTexts): FieldTexts {
  return Object.fromEntries(FIELD_ORDER.filter((id) => texts[id] !== undefined && !fields[id].isLocked).map((id) => [id, texts[id] ?? '']));
}

function joined(before: string, more: string): string {
  return before.trim() === '' ? more : `${before.trim()}, ${more}`;
}
