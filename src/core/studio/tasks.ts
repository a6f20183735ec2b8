// What the prompt studio asks of a text model or of the offline rules, and what comes back. Data only; every engine answers
// the same tasks. Words of the designer, of layers and of pictures are data in all of them, never an instruction.
import type { FieldTexts, PromptFields } from '../fields.ts';
import type { Axis } from '../prompt.ts';
import type { CardRules } from '../style/card.ts';

/** The language that prompts are written in: that of the designer's words, or English whatever they write in. */
export type PromptLanguage = 'same' | 'english';

/** What is read from a picture: everything to make it again, its look alone, its light and composition, or its things. */
export type Reading = 'recreate' | 'style' | 'light' | 'objects';

/** What a sketch is turned into. */
export type RenderTarget = 'photo' | 'render3d' | 'illustration' | 'architecture' | 'interface' | 'packaging' | 'product';

/** Text of a layer that lies in the picture: 0 to 1000 of the picture's width and height. */
export interface LayerText {
  readonly name: string;
  readonly characters: string;
  readonly box: PictureBox;
}

/** Top, left, bottom and right edge, each 0 to 1000 of the picture's height or width: the order that Gemini writes. */
export interface PictureBox {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ExpandTask {
  readonly is: 'expand';
  readonly idea: string;
  /** How many options, 1 to 8. */
  readonly count: number;
  /** What was set before: locked fields come back unchanged in every option. */
  readonly fields: PromptFields;
  /** 'whole' in one call; or in two: 'core' gives one option with content fields only, 'look' adds the look to that core. */
  readonly stage: 'whole' | 'core' | 'look';
  /** For 'look': the content fields that every option shares. */
  readonly core: FieldTexts;
  /** What options should differ in; all when empty. */
  readonly axes: readonly Axis[];
  readonly language: PromptLanguage;
  /** Makes plans of an engine with rules differ from press to press. */
  readonly seed: number;
}

export interface DescribeTask {
  readonly is: 'describe';
  readonly reading: Reading;
  /** Text layers inside what is described; at most 40. */
  readonly layers: readonly LayerText[];
  readonly language: PromptLanguage;
}

export interface SketchTask {
  readonly is: 'sketch';
  /** What the designer wishes: the brief, or the name of the frame that holds the sketch; may be empty. */
  readonly wish: string;
  readonly target: RenderTarget;
  readonly layers: readonly LayerText[];
  readonly language: PromptLanguage;
}

export interface ChangeTask {
  readonly is: 'change';
  readonly fields: PromptFields;
  /** "make it a robot cat" */
  readonly words: string;
  readonly language: PromptLanguage;
}

/** A look written down as a style card: from pictures, from words, or from both. */
export interface CardTask {
  readonly is: 'card';
  readonly words: string;
  /** How many pictures go along, 0 to 6. */
  readonly pictures: number;
  readonly language: PromptLanguage;
}

/** What a picture is judged by: core/studio/judge says what belongs to each. */
export type CriterionId = 'palette' | 'line' | 'light' | 'texture';

/** A picture, the first of the images, judged against a look. */
export interface JudgeTask {
  readonly is: 'judge';
  readonly criteria: readonly CriterionId[];
  /** The look's rules, one a line. */
  readonly look: string;
  /** How many reference pictures come after it, 0 to 6. */
  readonly references: number;
  readonly language: PromptLanguage;
}

/** A picture, the first of the images, judged against what was asked for. */
export interface CritiqueTask {
  readonly is: 'critique';
  /** In the designer's words, or the prompt that made it. */
  readonly brief: string;
  /** Its prompt in fields; locked ones stay. */
  readonly fields: PromptFields;
  /** How many pictures of the wanted look come after it, 0 to 3. */
  readonly references: number;
  /** What the designer says of it; may be empty. */
  readonly remark: string;
  /** Changes that brought nothing, in a few words each. */
  readonly tried: readonly string[];
  readonly language: PromptLanguage;
}

/** A brief told in shots. */
export interface ShotsTask {
  readonly is: 'shots';
  readonly brief: string;
  /** 2 to 12. */
  readonly count: number;
  readonly language: PromptLanguage;
}

/** The pictures of one story, in their order. */
export interface ContinuityTask {
  readonly is: 'continuity';
  /** People and props that never change. */
  readonly sheet: string;
  /** What each picture was to show. */
  readonly shots: readonly string[];
  readonly language: PromptLanguage;
}

/** Pictures of one set, looked at for who is shown. */
export interface RepresentTask {
  readonly is: 'represent';
  readonly brief: string;
  readonly pictures: number;
  readonly language: PromptLanguage;
}

export type StudioTask = ExpandTask | DescribeTask | SketchTask | ChangeTask | CardTask | JudgeTask | CritiqueTask | ShotsTask | ContinuityTask | RepresentTask;

/** One way to make a brief into a picture. */
export interface PromptOption {
  /** Unique within its answer. */
  readonly id: string;
  /** What makes it different, 2 to 5 words: "Quiet, painterly". */
  readonly title: string;
  readonly fields: FieldTexts;
}

/** A thing seen in a picture. */
export interface SeenObject {
  readonly name: string;
  readonly box: PictureBox;
}

/** "vase" "left of" "bowl", by index into the objects. */
export interface SeenRelation {
  readonly from: number;
  readonly relation: string;
  readonly to: number;
}

export interface ExpandAnswer {
  readonly is: 'expand';
  readonly options: readonly PromptOption[];
}

export interface DescribeAnswer {
  readonly is: 'describe';
  readonly reading: Reading;
  readonly fields: FieldTexts;
  readonly objects: readonly SeenObject[];
  readonly relations: readonly SeenRelation[];
  /** One sentence for people who do not see the picture. */
  readonly altText: string;
}

export interface SketchAnswer {
  readonly is: 'sketch';
  /** What was read in the drawing: one sentence. */
  readonly reads: string;
  /** What of it will be kept, each a short phrase. */
  readonly keeps: readonly string[];
  readonly fields: FieldTexts;
}

export interface ChangeAnswer {
  readonly is: 'change';
  /** The fields that change and no others. */
  readonly fields: FieldTexts;
  /** What changed, 2 to 8 words. */
  readonly summary: string;
}

export interface CardAnswer {
  readonly is: 'card';
  /** 1 to 4 words; may be empty. */
  readonly name: string;
  readonly rules: Partial<CardRules>;
  /** The one that covers most first; pictures are measured besides. */
  readonly colours: readonly { readonly hex: string; readonly name: string }[];
}

/** What a picture is judged by on its own: core/refine/rubric says what belongs to each. */
export type RubricId = 'brief' | 'composition' | 'style' | 'flaws' | 'text' | 'safety';

export interface Judgement {
  /** 0 to 10. */
  readonly score: number;
  /** One phrase; may be empty. */
  readonly reason: string;
}

export interface JudgeAnswer {
  readonly is: 'judge';
  /** Criteria that nothing was said of are missing. */
  readonly scores: Readonly<Partial<Record<CriterionId, Judgement>>>;
}

export interface CritiqueAnswer {
  readonly is: 'critique';
  /** What is seen: one sentence; may be empty. */
  readonly sees: string;
  /** Criteria that nothing was said of are missing. */
  readonly scores: Readonly<Partial<Record<RubricId, Judgement>>>;
  /** What would gain most, the first first; short phrases, at most four. */
  readonly improve: readonly string[];
  /** The fields that change for it and no others. */
  readonly fields: FieldTexts;
  /** What changed, 2 to 8 words; may be empty. */
  readonly summary: string;
}

export interface Shot {
  /** For the image model. */
  readonly shows: string;
  /** What the reader is told; may be empty, like what is said and by whom. */
  readonly caption: string;
  readonly says: string;
  readonly who: string;
}

export interface ShotsAnswer {
  readonly is: 'shots';
  readonly sheet: string;
  /** May be empty. */
  readonly look: string;
  readonly shots: readonly Shot[];
}

export interface Mismatch {
  /** "scarf red in 2, blue in 4". */
  readonly what: string;
  /** Places of the shots it is about, from 0. */
  readonly shots: readonly number[];
  /** The one to make again. */
  readonly redo: number;
  /** How it has to be there; may be empty. */
  readonly fix: string;
}

export interface ContinuityAnswer {
  readonly is: 'continuity';
  readonly mismatches: readonly Mismatch[];
}

export interface RepresentAnswer {
  readonly is: 'represent';
  readonly sees: readonly string[];
  readonly questions: readonly string[];
}

export type StudioAnswer = ExpandAnswer | DescribeAnswer | SketchAnswer | ChangeAnswer | CardAnswer | JudgeAnswer | CritiqueAnswer | ShotsAnswer | ContinuityAnswer | RepresentAnswer;

/** The answer of a task's own kind. */
export type AnswerTo<Task extends StudioTask> = Extract<StudioAnswer, { readonly is: Task['is'] }>;
