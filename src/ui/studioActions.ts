// Everything that the tab "Prompts" can do, by name: each is a line or a few. What they start lives in ui/run/studio.
import { applyEdits } from '../core/checks/finding.ts';
import type { Finding } from '../core/checks/finding.ts';
import type { FieldId } from '../core/fields.ts';
import type { ChangeTask } from '../core/studio/tasks.ts';
import { parseParagraph } from '../core/paragraph/parse.ts';
import { cleanText } from '../core/prompt.ts';
import { attempt } from './attempt.ts';
import { client } from './client.ts';
import { keepDraft } from './run/keepDraft.ts';
import { startRun } from './run/startRun.ts';
import { say } from './run/say.ts';
import { applyChange as change, changeAnew as anew } from './run/studio/change.ts';
import { describeSelection as describe, takeOver } from './run/studio/describe.ts';
import { critiqueSelection as critique, takeCritique as take } from './run/studio/critique.ts';
import { expandIdea } from './run/studio/expand.ts';
import { freezeStudio } from './run/studio/freezeStudio.ts';
import { readSketch as read } from './run/studio/sketch.ts';
import * as library from './run/studio/templates.ts';
import { revoke } from './run/thumbnail.ts';
import { effects } from './run/world.ts';
import { changeDraft, draft, ownWords, sourceResult } from './store/draft.ts';
import { alert } from './store/session.ts';
import * as studio from './store/studio.ts';
import { fieldsOfOption, language, paragraph } from './store/studioRun.ts';

// What is asked.

// Without `mayReuse` the model is asked whatever it answered to the same question before.

export function expand(mayReuse = true): void {
  ask(() => expandIdea(effects, mayReuse), () => expand(mayReuse));
}

export function describeSelection(mayReuse = true): void {
  ask(() => describe(effects, mayReuse), () => describeSelection(mayReuse));
}

export function readSketch(mayReuse = true): void {
  ask(() => read(effects, mayReuse), () => readSketch(mayReuse));
}

export function critiqueSelection(mayReuse = true): void {
  ask(() => critique(effects, mayReuse), () => critiqueSelection(mayReuse));
}

export function applyChange(): void {
  ask(() => change(effects), applyChange);
}

export function changeAnew(task: ChangeTask): void {
  ask(() => anew(effects, task), () => changeAnew(task));
}

/** A chain of edits drifts: the result is described, and the next picture starts from its words. */
export function restartFromDescription(): void {
  ask(async () => {
    studio.changeStudio({ reading: 'recreate' });
    await describe(effects);
    studio.changeStudio({ start: 'fromBrief' });
    sourceResult.value = null;
  }, restartFromDescription);
}

// Options and steps.

export function applyOption(id: string): void {
  const option = studio.options.value.find((each) => each.id === id);
  if (!option) return;
  const { fields } = studio;
  const next = fieldsOfOption(option);
  studio.takeStep(effects.nextId('step'), option.title, Object.fromEntries(Object.entries(next).map(([field, { text }]) => [field, text])));
  say(fields.value === next ? 'Nothing changed' : `${option.title} is in the fields`);
}

export const togglePicked = (id: string) => studio.togglePicked(id);
export const forgetOption = (id: string) => studio.forgetOption(id);

export function goBackTo(stepId: string): void {
  studio.goBackTo(stepId);
  say('The fields are as they were at that step');
}

// What was read.

export const useLook = () => takeOver(effects, 'look');
export const useContent = () => takeOver(effects, 'content');

export function forgetSeen(): void {
  revoke(studio.seen.value?.thumbnailUrl ?? null);
  studio.seen.value = null;
}

export const takeCritique = () => take(effects);

export function closeCritique(): void {
  revoke(studio.critiqued.value?.thumbnailUrl ?? null);
  studio.critiqued.value = null;
}

export function setAltText(altText: string): void {
  if (studio.seen.value) studio.seen.value = { ...studio.seen.value, altText };
}

export function writeAltText(): void {
  const { nodeId, altText, name } = studio.seen.value ?? { nodeId: null, altText: '', name: '' };
  if (nodeId === null) return;
  attempt(async () => {
    await client.call('writeAltText', { nodeId, text: cleanText(altText, 300) });
    say(`Alt text written as an annotation of ${name}`);
  }, { retry: writeAltText });
}

export function editKeep(id: string, patch: Partial<studio.Keep>): void {
  const read = studio.sketch.value;
  if (read) studio.sketch.value = { ...read, keeps: read.keeps.map((keep) => (keep.id === id ? { ...keep, ...patch } : keep)) };
}

export function addKeep(text: string): void {
  const read = studio.sketch.value;
  const kept = cleanText(text, 200);
  if (read && kept !== '') studio.sketch.value = { ...read, keeps: [...read.keeps, { id: effects.nextId('keep'), text: kept, isKept: true }] };
}

export function forgetSketch(): void {
  studio.sketch.value = null;
}

// The fields.

export const setField = (id: FieldId, text: string) => studio.editField(id, { text });
export const toggleLock = (id: FieldId) => studio.editField(id, { isLocked: !studio.fields.value[id].isLocked });
export const stress = (id: FieldId) => studio.stress(id);

/** The paragraph as it is typed; it is sent as it stands, and its words go into the fields. */
export function setParagraph(text: string): void {
  const { fields, editedParagraph } = studio;
  fields.value = parseParagraph(fields.value, language.value, text);
  editedParagraph.value = text;
}

/** Writes the paragraph from the fields again. */
export function rewriteParagraph(): void {
  studio.editedParagraph.value = null;
}

// Templates.

/** Reads the designer's own templates the first time they are looked at. */
export function loadTemplates(): void {
  attempt(() => library.loadTemplates(effects), { retry: loadTemplates });
}

export const applyTemplate = (id: string) => library.applyTemplate(effects, id);
export const fillBlank = (name: string, value: string) => library.fillBlank(name, value);

export function saveAsTemplate(name: string): void {
  attempt(() => library.saveAsTemplate(effects, name), { retry: () => saveAsTemplate(name) });
}

export function forgetTemplate(id: string): void {
  attempt(() => library.forgetTemplate(effects, id), { retry: () => forgetTemplate(id) });
}

export function importTemplates(file: File): void {
  attempt(async () => library.importTemplates(effects, await file.text()));
}

export const exportTemplates = () => library.exportTemplates();

// Checks.

/** Carries out one fix of a finding in the paragraph that is sent, or in the option it was found in. */
export function fix(finding: Finding, index: number): void {
  const chosen = finding.fixes[index];
  if (!chosen) return;
  if (chosen.is === 'keep') studio.keepFinding(finding.id);
  else setParagraph(applyEdits(paragraph.value, chosen.edits));
  say(chosen.is === 'keep' ? 'Kept as it is' : 'Mended');
}

/** Carries out one fix of a finding in the designer's own words. */
export function fixBrief(finding: Finding, index: number): void {
  const fix = finding.fixes[index];
  if (!fix) return;
  if (fix.is === 'keep') studio.keepFinding(finding.id);
  else changeDraft(draft.value.exactPrompt === null ? { brief: applyEdits(ownWords.value, fix.edits) } : { exactPrompt: applyEdits(ownWords.value, fix.edits) });
  say(fix.is === 'keep' ? 'Kept as it is' : 'Mended');
}

// Make.

export function makeStudio(): void {
  attempt(async () => {
    const frozen = freezeStudio(effects.nextId('run'));
    keepDraft(effects);
    await startRun(effects, frozen);
  }, { retry: makeStudio });
}

/** While a question is out, its end is told by the status line; an alert of before would speak of something else. */
function ask(work: () => Promise<void>, retry: () => void): void {
  alert.value = null;
  attempt(work, { retry });
}
