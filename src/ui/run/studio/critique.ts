// "Critique selection": a picture held against what was asked for, and the change of its prompt that would gain most, as fields. What was asked
// for is the idea where one is written, else the recipe of the picture, else the fields.
import { VariegateError } from '../../../core/errors.ts';
import { FIELDS, isEmpty } from '../../../core/fields.ts';
import { cleanText } from '../../../core/prompt.ts';
import type { RecipeRecord } from '../../../core/provenance.ts';
import { sourceResult } from '../../store/draft.ts';
import { critiqueTask } from '../../store/refine.ts';
import { imageOf } from '../../../core/job.ts';
import { findJob } from '../../store/runs.ts';
import { selection } from '../../store/selection.ts';
import { critiqued, fields, loadFields, studioDraft, takeStep } from '../../store/studio.ts';
import { paragraph } from '../../store/studioRun.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { revoke } from '../thumbnail.ts';
import { askStudio, whileAsking } from './ask.ts';
import { freezeLook, lookAt } from './look.ts';

/** Rejects with IDEA_MISSING where nothing says what it should be, or with what stands in the way or went wrong. */
export async function critiqueSelection(effects: Effects, mayReuse = true): Promise<void> {
  const look = freezeLook();
  const record = recordOfSelection();
  const idea = cleanText(studioDraft.value.idea);
  const asFields = record?.fields ?? fields.value;
  const brief = idea || (record ? record.brief || record.prompt : paragraph.value);
  if (cleanText(brief) === '') throw new VariegateError('IDEA_MISSING');
  await whileAsking(effects, `Looking at ${look.name}`, async (asked) => {
    const { image, thumbnailUrl } = await lookAt(effects, look, 'source', asked.abort.signal);
    const { answer, isOffline } = await askStudio(effects, asked, { task: critiqueTask(brief, asFields, 0), images: [image] });
    revoke(critiqued.value?.thumbnailUrl ?? null);
    critiqued.value = { name: look.name, thumbnailUrl, brief, fields: asFields, answer, isOffline };
    say(`${look.name} looked at`);
  }, mayReuse);
}

/** The prompt of the picture with the proposed change, into the fields: two steps that can be gone back from. */
export function takeCritique(effects: Effects): void {
  const read = critiqued.value;
  if (!read) return;
  const { answer } = read;
  if (read.fields !== fields.value && !isEmpty(read.fields)) loadFields(effects.nextId('step'), `Prompt of ${read.name}`, read.fields);
  const changed = takeStep(effects.nextId('step'), answer.summary || 'Critique', answer.fields);
  say(changed.length > 0 ? `Changed: ${changed.map((id) => FIELDS[id].label).join(', ')}` : 'The fields say that already, or are locked');
}

function recordOfSelection(): RecipeRecord | null {
  const stand = sourceResult.value && findJob(sourceResult.value.jobId);
  if (stand) return imageOf(stand.entry.job.value.state)?.record ?? null;
  const { layers } = selection.value;
  return layers.length === 1 ? (layers[0]?.recipe ?? null) : null;
}
