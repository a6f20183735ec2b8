// What a provider is: one service or engine that plans directions and makes pictures. Shared code never asks which one.
import type { Usage } from '../../core/cost.ts';
import type { GatewayFound } from '../../core/gateways.ts';
import type { VariegateError } from '../../core/errors.ts';
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
  /** What the service wrote, whole, to be read again; empty where there is no such thing, or it was cut off. */
  readonly written: string;
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

/** One job of a service that works while nobody watches: at most a day later, for less. */
export interface OvernightOrder {
  /** Told to the service and looked for afterwards: unique among all jobs. */
  readonly displayName: string;
  readonly model: string;
  readonly requests: readonly { readonly key: string; readonly request: GenerationRequest }[];
}

export interface OvernightJob {
  /** The service's own name of it. */
  readonly name: string;
  readonly displayName: string;
  readonly state: 'out' | 'ready' | 'failed' | 'cancelled' | 'expired';
}

export interface OvernightAnswer {
  readonly key: string;
  readonly reply: MakeReply | VariegateError;
}

/** Work at half the price, made within a day. Rejects like the rest of a provider. */
export interface Overnight {
  /** Not to be repeated blindly: two of the same name are two bills. Resolves with the service's name of it. */
  submit(order: OvernightOrder, context: CallContext): Promise<string>;
  /** Every job that the key's project has, the newest first, a thousand at most. */
  list(context: CallContext): Promise<readonly OvernightJob[]>;
  /** What a job that is ready made, each under its key. Rejects with OVERNIGHT_GONE where there is no such job. */
  collect(job: { readonly name: string; readonly model: string }, context: CallContext): Promise<readonly OvernightAnswer[]>;
  /** Of one that is over: nothing. */
  cancel(name: string, context: CallContext): Promise<void>;
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
  /** The answer in what was written to the same question before; rejects with REPLY_MALFORMED. Null where nothing is written. */
  readonly readAgain: (<Task extends StudioTask>(task: Task, written: string) => Promise<AnswerTo<Task>>) | null;
  checkKey(context: CallContext): Promise<KeyCheck>;
  /** Null where there is none. */
  readonly overnight: Overnight | null;
  /** Finds out what it can do, where nobody knows beforehand. Rejects where that says nothing: a wrong key, no network. */
  readonly findOut?: (context: CallContext) => Promise<GatewayFound>;
}

/** By id: the three that are always there, and those that ui/providers/index adds. */
export interface Providers {
  readonly gemini: Provider;
  readonly offline: Provider;
  readonly gateway: Provider;
  readonly [id: ProviderId]: Provider | undefined;
}
