// The text of "Copy report": what a maintainer needs, without key, pixels, layer names or the designer's words.
import type { ErrorData } from '../../core/errors.ts';
import { asksForDirections } from '../../core/prompt.ts';
import { card, draft, engine, promptDraft, promptShown, recipe, shape, sizeClass } from '../store/draft.ts';
import { allJobs, runs } from '../store/runs.ts';
import { selection } from '../store/selection.ts';
import { alert, canEdit, connection } from '../store/session.ts';
import { editedParagraph, fields, options, steps, studioDraft } from '../store/studio.ts';

export function writeReport(nowMs: number): string {
  const states = allJobs.value.map((entry) => entry.job.value.state);
  const failures = states.flatMap((state) => (state.at === 'failed' ? [state.error] : []));
  const own = privateWords();
  return [
    `Variegate build ${__BUILD__}, ${new Date(nowMs).toISOString()}`,
    `Connection ${connection.value}, can edit ${canEdit.value}`,
    `Engine ${engine.value}, model ${card.value.id}, size ${sizeClass.value}, ratio ${shape.value.ratio ?? 'free'}`,
    `Recipe ${draft.value.recipe}, count ${draft.value.count}, references ${draft.value.references.length}`,
    `Prompts ${options.value.length} options, ${steps.value.length} steps, start ${studioDraft.value.start}`,
    `Prompt ${promptShown.value.length} characters, directions ${asksForDirections(promptShown.value)}`,
    `Selection ${selection.value.layers.map((layer) => layer.type).join(', ') || 'none'}, refusal ${selection.value.refusal?.code ?? 'none'}`,
    `Jobs ${states.map((state) => state.at).join(', ') || 'none'}`,
    ...(alert.value ? [`Alert ${line(alert.value.error, own)}`] : []),
    ...failures.map((error) => line(error, own)),
  ].join('\n');
}

function line({ code, details }: ErrorData, own: ReadonlySet<string>): string {
  return `${code}: ${details.cause === undefined ? 'no cause' : masked(details.cause, own)}`;
}

// A cause can repeat what was sent: the service quotes prompts, Figma quotes layer names. Words that the designer wrote,
// words of other scripts and long runs of letters (keys, pixels) are left out, whoever quoted them.
function masked(cause: string, own: ReadonlySet<string>): string {
  return cause.replace(/[\p{L}\p{N}+/=_-]+/gu, (word) => (isSafe(word, own) ? word : '…'));
}

function isSafe(word: string, own: ReadonlySet<string>): boolean {
  return word.length <= 40 && /^[\x21-\x7e]+$/.test(word) && wordsOf(word).every((part) => !own.has(part));
}

// Words that every prompt of the recipe holds say nothing of this one.
function privateWords(): ReadonlySet<string> {
  const studio = [studioDraft.value.idea, studioDraft.value.change, ...Object.values(fields.value).map((field) => field.text), editedParagraph.value ?? '', ...options.value.flatMap((option) => [option.title, ...Object.values(option.fields)])];
  const now = [...studio, promptShown.value, draft.value.brief, ...draft.value.references.map((each) => each.name), ...selection.value.layers.map((each) => each.name)];
  const before = runs.value.flatMap((run) => [
    run.template,
    run.draft.brief,
    run.source?.name ?? '',
    ...run.jobs.flatMap(({ job }) => [job.value.request.prompt, ...job.value.request.inputs.map((input) => input.name)]),
  ]);
  const ours = new Set(wordsOf(recipe.value.prompt({ ...promptDraft.value, brief: '' })));
  return new Set([...now, ...before, selection.value.pageName].flatMap(wordsOf).filter((word) => !ours.has(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
