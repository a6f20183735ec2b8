// What the designer has in Prompts: the idea, the options it was made into, the structured prompt with every step it took, what
// was read from the canvas, and the question that is out. Everything here outlives a failed question.
import { computed, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { canonical } from '../../core/cacheKey.ts';
import { changedFields, emptyFields, isEmpty, mapFields, withTexts } from '../../core/fields.ts';
import type { Emphasis, FieldId, FieldTexts, PromptFields } from '../../core/fields.ts';
import type { Wait } from '../../core/job.ts';
import type { Axis } from '../../core/prompt.ts';
import type { RecipeId } from '../../core/request.ts';
import type { CritiqueAnswer, DescribeAnswer, PromptLanguage, PromptOption, Reading, RenderTarget } from '../../core/studio/tasks.ts';
import type { TierWish } from '../../core/tier.ts';

export interface StudioDraft {
  readonly idea: string;
  /** Options that are asked for, 1 to 8. */
  readonly optionCount: number;
  /** In two steps: what is shown first, then how it looks. */
  readonly buildsUp: boolean;
  /** What options differ in; all where none is named. */
  readonly axes: readonly Axis[];
  readonly language: PromptLanguage;
  readonly tier: TierWish;
  readonly reading: Reading;
  readonly target: RenderTarget;
  /** "make it a robot cat" */
  readonly change: string;
  /** What Make starts from: words alone, the selection, or the sketch that is selected. */
  readonly start: RecipeId;
  /** Pictures of each prompt, 1 to 4. */
  readonly each: number;
}

export interface StudioOption extends PromptOption {
  readonly isPicked: boolean;
}

/** A state of the structured prompt that can be gone back to. */
export interface Step {
  readonly id: string;
  /** What made it: "Described Hero", "Robot cat". */
  readonly summary: string;
  readonly before: PromptFields;
  readonly after: PromptFields;
}

/** What was read from the canvas, with the picture it was read from. */
export interface SeenPicture {
  readonly name: string;
  /** Null where no copy could be drawn. */
  readonly thumbnailUrl: string | null;
  /** The one layer it was; null for several, or for a result. */
  readonly nodeId: string | null;
  readonly isOffline: boolean;
  readonly answer: DescribeAnswer;
  /** As the designer last wrote it. */
  readonly altText: string;
}

/** What a look at a picture found, and what it was held against. */
export interface Critiqued {
  readonly name: string;
  readonly thumbnailUrl: string | null;
  readonly brief: string;
  /** The prompt that it was made of, or the fields as they were. */
  readonly fields: PromptFields;
  readonly answer: CritiqueAnswer;
  readonly isOffline: boolean;
}

export interface Keep {
  readonly id: string;
  readonly text: string;
  readonly isKept: boolean;
}

export interface SketchRead {
  readonly name: string;
  readonly reads: string;
  readonly keeps: readonly Keep[];
}

/** A question that is out, or is held back. */
export interface Asking {
  readonly id: string;
  /** "Writing 3 options", "Reading Hero". */
  readonly sentence: string;
  readonly wait: Signal<Wait | null>;
  /** It has left for a service that charges: from then on it may be charged. */
  readonly isSent: Signal<boolean>;
  readonly abort: AbortController;
  /** False where the service is to be asked whatever it answered before. */
  readonly mayReuse: boolean;
}

const FIRST: StudioDraft = {
  idea: '', optionCount: 3, buildsUp: false, axes: [], language: 'same', tier: 'rule', reading: 'recreate', target: 'photo', change: '', start: 'fromBrief', each: 1,
};

/** Options that are remembered; picked ones stay whatever their number. */
const MOST_OPTIONS = 24;
const MOST_STEPS = 60;

export const studioDraft = signal<StudioDraft>(FIRST);
export const fields = signal<PromptFields>(emptyFields());
/** The paragraph as the designer left it in its box; null while it is written from the fields. */
export const editedParagraph = signal<string | null>(null);
/** Newest first. */
export const options = signal<readonly StudioOption[]>([]);
/** In the order they were made. */
export const steps = signal<readonly Step[]>([]);
export const seen = signal<SeenPicture | null>(null);
export const sketch = signal<SketchRead | null>(null);
export const critiqued = signal<Critiqued | null>(null);
export const asking = signal<Asking | null>(null);
/** Ids of findings that the designer chose to keep as they are. */
export const keptFindings = signal<readonly string[]>([]);

/** The designer means it so: the finding is not shown again in this session. */
export function keepFinding(id: string): void {
  keptFindings.value = [...keptFindings.value, id];
}

export const picked = computed(() => options.value.filter((option) => option.isPicked));
export const hasFields = computed(() => !isEmpty(fields.value));

export function resetStudio(): void {
  studioDraft.value = FIRST;
  fields.value = emptyFields();
  editedParagraph.value = null;
  options.value = [];
  steps.value = [];
  seen.value = null;
  sketch.value = null;
  critiqued.value = null;
  asking.value = null;
  keptFindings.value = [];
}

export function changeStudio(patch: Partial<StudioDraft>): void {
  studioDraft.value = { ...studioDraft.value, ...patch };
}

/** A change by the designer's own hand; it is part of the next step. */
export function editField(id: FieldId, patch: Partial<PromptFields[FieldId]>): void {
  fields.value = { ...fields.value, [id]: { ...fields.value[id], ...patch } };
  editedParagraph.value = null;
}

export function stress(id: FieldId): void {
  const next: Readonly<Record<Emphasis, Emphasis>> = { 0: 1, 1: 2, 2: 0 };
  editField(id, { emphasis: next[fields.value[id].emphasis] });
}

/**
 * Puts new texts into the fields as one step that can be gone back to. Locked fields keep theirs. What was typed since the last step
 * is kept as a step of its own, so that nothing is overwritten for good.
 */
export function takeStep(id: string, summary: string, texts: FieldTexts): FieldId[] {
  keepEdits(`${id}/edited`);
  const before = fields.value;
  const after = withTexts(before, texts);
  const changed = changedFields(before, after);
  if (changed.length === 0) return [];
  addStep({ id, summary, before, after });
  fields.value = after;
  editedParagraph.value = null;
  return changed;
}

/** Fields of a picture that was made, locks included, as one step; what was picked is not, so that Make makes these. */
export function loadFields(id: string, summary: string, after: PromptFields): void {
  keepEdits(`${id}/edited`);
  addStep({ id, summary, before: fields.value, after });
  fields.value = after;
  editedParagraph.value = null;
  options.value = options.value.map((option) => ({ ...option, isPicked: false }));
}

/** Fields of before, without a step of their own: what was typed since the last one becomes a step. */
export function restoreFields(id: string, before: PromptFields): void {
  keepEdits(`${id}/edited`);
  fields.value = before;
  editedParagraph.value = null;
}

/** The words as they were after a step, the locks as they are now; later steps stay, and what was typed since becomes one. */
export function goBackTo(stepId: string): void {
  const step = steps.value.find((each) => each.id === stepId);
  if (!step) return;
  keepEdits(`${stepId}/edited ${steps.value.length}`);
  const now = fields.value;
  fields.value = mapFields((id) => ({ ...step.after[id], isLocked: now[id].isLocked }));
  editedParagraph.value = null;
}

/** The step whose fields are the present ones; null after an edit by hand. */
export const currentStep = computed<Step | null>(
  () => [...steps.value].reverse().find((step) => changedFields(step.after, fields.value).length === 0) ?? null,
);

/** New options in front; one of before that says the same gives way. The oldest that nobody picked go when there are too many. */
export function showOptions(batch: readonly PromptOption[], from: string): void {
  const before = options.value;
  const saying = (option: PromptOption) => canonical([option.title, option.fields]);
  const said = new Set(batch.map(saying));
  const wasPicked = new Set(before.flatMap((option) => (option.isPicked ? [option.id, saying(option)] : [])));
  const fresh = batch.map((option) => {
    const id = `${from}/${option.id}`;
    return { ...option, id, isPicked: wasPicked.has(id) || wasPicked.has(saying(option)) };
  });
  const others = before.filter((option) => !option.id.startsWith(`${from}/`) && !said.has(saying(option)));
  const room = Math.max(0, MOST_OPTIONS - fresh.length);
  const kept = others.filter((option, at) => option.isPicked || at < room);
  options.value = [...fresh, ...kept];
}

export function togglePicked(id: string): void {
  options.value = options.value.map((option) => (option.id === id ? { ...option, isPicked: !option.isPicked } : option));
}

export function forgetOption(id: string): void {
  options.value = options.value.filter((option) => option.id !== id);
}

function keepEdits(id: string): void {
  const last = steps.value[steps.value.length - 1]?.after ?? emptyFields();
  const isKnown = steps.value.some((step) => changedFields(step.after, fields.value).length === 0);
  if (isKnown || isEmpty(fields.value)) return;
  addStep({ id, summary: 'Edited by hand', before: last, after: fields.value });
}

function addStep(step: Step): void {
  steps.value = [...steps.value, step].slice(-MOST_STEPS);
}
