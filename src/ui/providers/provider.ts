// What a provider is: one service or engine that plans directions and makes pictures. Shared code never asks which one.
import type { Usage } from '../../core/cost.ts';
import type { ProviderId } from '../../core/model.ts';
import type { Axis, Closeness, Direction, InputRole } from '../../core/prompt.ts';
import type { GenerationRequest, RecipeId } from '../../core/request.ts';
import type { AnswerTo, PromptOption, StudioTask } from '../../core/studio/tasks.ts';

/** A picture that is sent along: PNG or JPEG by its magic bytes, longer side at most 2048 px. */
export interface InputImage {
  readonly role: InputRole;
  readonly bytes: Uint8Array;
}

export interface PlanTask {
  readonly recipe: RecipeId;
  /** What the text model is asked, in full. */
  readonly words: string;
  readonly brief: string;
  readonly axes: readonly Axis[];
  readonly closeness: Closeness;
  /** How many directions, 1 to 8. */
  readonly count: number;
  readonly textModel: string;
  readonly source: InputImage | null;
  /** Makes plans of an engine with rules differ from run to run. */
  readonly seed: number;
}

export interface PlanReply {
  /** Exactly `count`, ids unique. */
  readonly directions: readonly Direction[];
  readonly usage: Usage | null;
}

export interface MakeReply {
  /** As the service sent them, magic bytes checked; never a thought, never two joined. */
  readonly bytes: Uint8Array;
  /** Null when nothing was counted. */
  readonly usage: Usage | null;
  /** The model that answered, which may be a fallback. */
  readonly model: string;
}

/** One question of the prompt studio; every engine answers the same tasks. */
export interface Question<Task extends StudioTask = StudioTask> {
  readonly task: Task;
  /** What the task looks at, in order; none for words alone. */
  readonly images: readonly InputImage[];
  readonly textModel: string;
  /** The last answer could not be read: asked once more, with a word about it. */
  readonly isRepair: boolean;
  /** Told what is there so far, while an answer streams in. */
  readonly onOptions?: (options: readonly PromptOption[]) => void;
}

export interface AskReply<Task extends StudioTask> {
  readonly answer: AnswerTo<Task>;
  readonly usage: Usage | null;
  /** The model that answered. */
  readonly model: string;
}

export interface KeyCheck {
  /** Ids of our table that this key can see. */
  readonly usableModels: readonly string[];
}

export interface CallContext {
  readonly signal: AbortSignal;
  /** Null for engines without one. Goes into one request header and nowhere else. */
  readonly key: string | null;
  readonly onProgress?: (part: number) => void;
}

/**
 * All reject with VariegateError and nothing else; abort rejects with CANCELLED. No retries, no time-outs here. An
 * answer that failed and was billed all the same carries its usage in the error.
 */
export interface Provider {
  readonly id: ProviderId;
  readonly needsKey: boolean;
  /** It is reached over the network, so it can be out of reach. */
  readonly isRemote: boolean;
  /** Most bytes of all inputs of a request together, counted as base64; null where nothing limits them. */
  readonly inlineBytes: number | null;
  plan(task: PlanTask, context: CallContext): Promise<PlanReply>;
  make(request: GenerationRequest, inputs: readonly InputImage[], context: CallContext): Promise<MakeReply>;
  /** Answers a question of the prompt studio in the task's own kind. */
  ask<Task extends StudioTask>(question: Question<Task>, context: CallContext): Promise<AskReply<Task>>;
  checkKey(context: CallContext): Promise<KeyCheck>;
}
