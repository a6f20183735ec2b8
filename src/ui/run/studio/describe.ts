// "Describe selection": what a text model, or measuring, reads from a picture. "Recreate" fills the fields as a step; the other
// readings are shown and taken over only when the designer says so, so that a style can be carried without its subject.
import { FIELDS, FIELD_ORDER } from '../../../core/fields.ts';
import type { FieldTexts } from '../../../core/fields.ts';
import { seen, takeStep } from '../../store/studio.ts';
import { describeTask } from '../../store/studioPrices.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { revoke } from '../thumbnail.ts';
import { askStudio, whileAsking } from './ask.ts';
import { freezeLook, lookAt } from './look.ts';

/** Rejects with what stands in the way or went wrong; what was read before stays then. */
export async function describeSelection(effects: Effects, mayReuse = true): Promise<void> {
  const look = freezeLook();
  const asks = describeTask([]);
  await whileAsking(effects, `Reading ${look.name}`, async (asked) => {
    const { image, layers, thumbnailUrl } = await lookAt(effects, look, 'source', asked.abort.signal);
    const task = { ...asks, layers };
    const { answer, isOffline } = await askStudio(effects, asked, { task, images: [image] });
    revoke(seen.value?.thumbnailUrl ?? null);
    seen.value = { name: look.name, thumbnailUrl, nodeId: look.nodeId, isOffline, answer, altText: answer.altText };
    const changed = answer.reading === 'recreate' ? takeStep(asked.id, `Described ${look.name}`, { ...BLANK, ...answer.fields }) : [];
    say(changed.length > 0 ? `${look.name} described in ${changed.length} fields` : `${look.name} read`);
  }, mayReuse);
}

/** One part of what was read into the fields: its look, or what it shows. */
export function takeOver(effects: Effects, part: 'look' | 'content'): void {
  const read = seen.value;
  if (!read) return;
  const texts = partOf(read.answer.fields, part);
  const changed = takeStep(effects.nextId('step'), `${part === 'look' ? 'Look' : 'Content'} of ${read.name}`, texts);
  say(changed.length > 0 ? `${changed.map((id) => FIELDS[id].label).join(', ')} taken over` : 'The fields say that already, or are locked');
}

export function partOf(fields: FieldTexts, part: 'look' | 'content'): FieldTexts {
  return Object.fromEntries(FIELD_ORDER.filter((id) => FIELDS[id].part === part).flatMap((id) => (fields[id] === undefined ? [] : [[id, fields[id]]])));
}

// A description to make the picture again is all there is to say: fields that it does not speak of say nothing any more.
// What to avoid is the designer's own rule: no picture shows it.
const BLANK: FieldTexts = Object.fromEntries(FIELD_ORDER.filter((id) => FIELDS[id].part !== 'rule').map((id) => [id, '']));
