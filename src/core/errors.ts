// Every failure a person can meet: one sentence of what happened, one of why, one action. A code decides, never a message.
import type { Usage } from './cost.ts';

/** What the one button of an error does; its label is in ACTION_LABELS. */
export type ErrorAction =
  | 'retry'
  | 'openSettings'
  | 'openBilling'
  | 'editBrief'
  | 'writeIdea'
  | 'editFields'
  | 'writeChange'
  | 'writeLook'
  | 'makeCard'
  | 'editPrompt'
  | 'editReferences'
  | 'changeModel'
  | 'raiseLimit'
  | 'selectLayer'
  | 'placeBeside'
  | 'keepInResults'
  | 'restartPlugin'
  | 'copyReport'
  | 'dismiss';

export const ACTION_LABELS = {
  retry: 'Try again',
  openSettings: 'Open settings',
  openBilling: 'Open billing',
  editBrief: 'Edit brief',
  writeIdea: 'Write an idea',
  editFields: 'Show fields',
  writeChange: 'Write change',
  writeLook: 'Write a look',
  makeCard: 'Make a card',
  editPrompt: 'Edit prompt',
  editReferences: 'Show references',
  changeModel: 'Change model',
  raiseLimit: 'Change limit',
  selectLayer: 'Select a layer',
  placeBeside: 'Place beside',
  keepInResults: 'Keep in results',
  restartPlugin: 'How to restart',
  copyReport: 'Copy report',
  dismiss: 'Dismiss',
} as const satisfies Record<ErrorAction, string>;

interface ErrorEntry {
  /** What happened. `{name}` stands for the error's `name` detail. */
  readonly message: string;
  /** Why, in the user's words. */
  readonly why: string;
  readonly action: ErrorAction;
  /** True where the queue may send the same request again by itself. */
  readonly isRetryable: boolean;
}

export const ERROR_TABLE = {
  // Service.
  KEY_MISSING: row('No Gemini key is set.', 'Gemini answers only with a key of your own.', 'openSettings'),
  KEY_INVALID: row('Gemini did not accept the key.', 'The key is mistyped, deleted or expired.', 'openSettings'),
  KEY_FORBIDDEN: row('This key may not use Gemini here.', 'It is restricted to websites or to another API; restrict it by API instead.', 'openSettings'),
  BILLING_OFF: row('Gemini refused for this account.', 'Billing is off for the key’s project, or its region is not served.', 'openBilling'),
  CREDIT_EMPTY: row('The prepaid credit is used up.', 'Google asks for a top-up before the next picture.', 'openBilling'),
  UNPAID_KEY: row('This key cannot make pictures.', 'Image models need a key with billing switched on.', 'openBilling'),
  RATE_LIMITED: row('Gemini asks to slow down.', 'The key’s limit of requests is reached for the moment.', 'retry', true),
  PAUSE_LONG: row('Gemini asks for a long pause.', 'It says: try again after {name}.', 'retry'),
  QUOTA_DAY: row('The key’s limit per day is used up.', 'Google counts anew at midnight in California; a higher tier allows more.', 'openBilling'),
  MODEL_RETIRED: row('The model {name} is gone.', 'Google switched it off or this key cannot see it.', 'changeModel'),
  SERVICE_OVERLOADED: row('Gemini is overloaded.', 'The service answered that it cannot take the request now.', 'retry', true),
  REQUEST_REFUSED: row('Gemini did not understand the request.', 'That is a fault of Variegate, not yours.', 'copyReport'),
  PROMPT_BLOCKED: row('The prompt was blocked.', 'Google’s safety rules stopped it ({name}).', 'editBrief'),
  IMAGE_BLOCKED: row('The picture was blocked.', 'Google’s safety rules stopped the result ({name}).', 'editBrief'),
  IMAGE_RECITATION: row('One picture was declined.', 'The service said it is too close to an existing work.', 'editPrompt'),
  NO_IMAGE: row('Gemini answered without a picture.', 'It declined this request: {name}', 'editPrompt'),
  TOKENS_EXCEEDED: row('That was too much for one answer.', 'The model ran out of room; a smaller size or fewer options help.', 'changeModel'),
  ANSWER_DECLINED: row('Gemini declined to answer.', 'It gave the reason {name}.', 'editBrief'),
  UNKNOWN_REASON: row('Gemini stopped without a picture.', 'It gave a reason that is new to Variegate: {name}.', 'retry'),
  REPLY_MALFORMED: row('The answer could not be read.', 'The service sent something other than agreed.', 'retry'),
  GATEWAY_URL: row('This gateway may not be reached.', 'Figma lets the plugin reach OpenRouter and XRoute.AI alone; another needs a build of your own.', 'openSettings'),
  GATEWAY_UNTESTED: row('The gateway is not tested yet.', 'Its test in Settings shows whether this model answers and makes pictures.', 'openSettings'),
  GATEWAY_NO_PICTURES: row('This gateway model makes no pictures.', 'Its test says: {name}', 'openSettings'),
  GATEWAY_DROPS_INPUTS: row('The gateway drops pictures that are sent along.', 'Its test sent one, and the answer knew nothing of it; words alone work.', 'openSettings'),
  OVERNIGHT_GONE: row('This key’s project has no such overnight job.', 'Another key sent it, or it is older than two days.', 'openSettings'),
  OVERNIGHT_EXPIRED: row('Gemini did not make it in time.', 'The job waited for two days and ran out; what was not made is not charged.', 'retry'),
  OVERNIGHT_FAILED: row('The overnight job failed.', 'Gemini gave it up: {name}', 'retry'),
  OVERNIGHT_ELSEWHERE: row('Somebody else is placing these pictures.', 'Another window of Variegate in this file began; when it is done, the rest can be placed here.', 'retry'),
  // Network.
  OFFLINE: row('The service could not be reached.', 'You are offline, or a network or the browser blocks it.', 'retry'),
  CONNECTION_LOST: row('The connection broke off.', 'The answer did not arrive whole; it may still be charged.', 'retry'),
  TIMED_OUT: row('No answer came in three minutes.', 'The service is slow or the connection hangs; it may still be charged.', 'retry'),
  CANCELLED: row('Cancelled.', 'You stopped it; what was already sent may still be charged.', 'retry'),
  // Money.
  LIMIT_RUN: row('This run would pass your limit per run.', 'You set the limit in Settings.', 'raiseLimit'),
  LIMIT_DAY: row('This run would pass your limit per day.', 'You set the limit in Settings.', 'raiseLimit'),
  // Selection.
  NOTHING_SELECTED: row('Nothing is selected.', 'This recipe starts from a layer on the canvas.', 'selectLayer'),
  SELECTION_EMPTY: row('{name} is empty.', 'There is nothing in it to look at.', 'selectLayer'),
  SELECTION_INVISIBLE: row('{name} is not visible.', 'It, or a layer around it, is hidden or fully transparent.', 'selectLayer'),
  SELECTION_ZERO_SIZE: row('{name} has no size.', 'Its width or height is zero.', 'selectLayer'),
  SELECTION_GONE: row('The selected layer is gone.', 'It was deleted since the plugin read it.', 'selectLayer'),
  IDEA_MISSING: row('There is no idea yet.', 'Expand starts from a few words, or from fields that say something.', 'writeIdea'),
  NOTHING_TO_PROTECT: row('There is nothing to protect.', '{name}', 'dismiss'),
  BATCH_TOO_LARGE: row('The batch is too large to be kept.', 'Its rows would take more room than Figma gives; run it in parts.', 'dismiss'),
  PICTURE_GONE: row('The picture is not in this file.', '{name} was deleted here, or was made in another file.', 'dismiss'),
  NOTHING_TO_RESTYLE: row('There is nothing to restyle.', 'No layer is ticked, or the selection has neither pictures, drawings nor colours of its own.', 'selectLayer'),
  LOOK_MISSING: row('There is no look yet.', 'Write which look, as in: gouache on rough paper, warm dusk.', 'writeLook'),
  CARD_MISSING: row('There is no style card yet.', 'A card says which look to apply; make one from a layer or from words.', 'makeCard'),
  CHANGE_MISSING: row('There is no change yet.', 'Write what should be different, as in: make it a robot cat.', 'writeChange'),
  PROMPT_EMPTY: row('The prompt is empty.', 'No option is picked and no field says anything.', 'editFields'),
  TEMPLATE_UNNAMED: row('The template has no name.', 'A name of a word or two is how it is found again.', 'dismiss'),
  PROMPT_STOPPED: row('The prompt cannot be sent yet.', '{name}', 'editPrompt'),
  BRIEF_MISSING: row('There are no words yet.', 'This recipe makes pictures from a brief alone.', 'editBrief'),
  NO_ORIGINAL: row('{name} holds no picture.', 'Only a layer with an image fill has an original.', 'dismiss'),
  // Document.
  READ_ONLY: row('This file cannot be edited.', 'It is open in Dev Mode or for viewing only; results stay in Results.', 'keepInResults'),
  NODE_GONE: row('The layer for this result is gone.', 'It was deleted while the picture was made.', 'placeBeside'),
  NO_FILL: row('{name} takes no fill.', 'Layers of this type cannot hold a picture.', 'placeBeside'),
  LAYER_LOCKED: row('{name} is locked.', 'Locked layers keep their fill; unlock it, or place the picture beside.', 'placeBeside'),
  NOTHING_TO_RESTORE: row('There is nothing to restore.', 'The layer holds no saved fill of before.', 'dismiss'),
  EXPORT_FAILED: row('Figma could not export {name}.', 'The layer may be too large or still loading.', 'retry'),
  ANNOTATION_REFUSED: row('{name} takes no annotation.', 'Figma keeps annotations of frames, shapes, text and components alone.', 'dismiss'),
  PLACE_FAILED: row('Figma did not take the picture.', 'The layer refused it; the picture is safe in Results.', 'placeBeside'),
  // Image.
  INPUTS_TOO_LARGE: row('The pictures to send are too large together.', 'One request takes 20 MB; fewer or smaller references help.', 'editReferences'),
  IMAGE_TOO_LARGE: row('The picture is too large.', 'Figma takes at most 4096 pixels a side.', 'keepInResults'),
  IMAGE_TOO_SMALL: row('The picture is too small.', 'Figma refused it as too small to be a picture.', 'retry'),
  IMAGE_TOO_HEAVY: row('The picture is too large to open.', 'It has more pixels than this window can hold.', 'retry'),
  IMAGE_UNREADABLE: row('The picture could not be read.', 'It is damaged or of a kind this browser cannot open.', 'retry'),
  REFERENCE_UNREADABLE: row('{name} could not be added.', 'It is damaged, or of a kind this window cannot open.', 'dismiss'),
  REFERENCE_TOO_LARGE: row('{name} is too large to add.', 'A reference may have 60 MB and 120 million pixels at most.', 'dismiss'),
  // Storage.
  TEMPLATES_UNREADABLE: row('The templates could not be imported.', '{name}', 'dismiss'),
  CARDS_UNREADABLE: row('The style cards could not be imported.', '{name}', 'dismiss'),
  STORAGE_FULL: row('There is no room left to save.', 'Figma gives every plugin 5 MB on this computer.', 'openSettings'),
  STORAGE_FAILED: row('Figma did not save it.', 'Its storage on this computer refused the write.', 'retry'),
  // Bridge.
  BRIDGE_INPUT: row('Variegate made a mistake.', 'A message inside the plugin was wrong at {name}.', 'copyReport'),
  BRIDGE_UNKNOWN_CALL: row('Variegate made a mistake.', 'One half of the plugin does not know {name}.', 'copyReport'),
  BRIDGE_DEFECT: row('Variegate made a mistake.', 'Something unforeseen happened inside the plugin.', 'copyReport'),
  BRIDGE_STALE_BUILD: row('Variegate was updated.', 'This window is from the version before; close it and start it again.', 'restartPlugin'),
  BRIDGE_CLOSED: row('The plugin was closed.', 'Its window and the file no longer talk.', 'restartPlugin'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;

export interface ErrorDetails {
  /** Fills `{name}`: a layer, model or reason. Data from outside: shown as text only. At most 120 characters are kept. */
  readonly name?: string;
  /** Technical cause for "Details", shortened; must hold no key and no pixels. At most 500 characters are kept. */
  readonly cause?: string;
  /** Which service it was, where it is not Gemini: stands in the sentences instead. */
  readonly service?: string;
  /** How long the service asked to wait. */
  readonly retryAfterMs?: number;
}

/** The one error class. It crosses the bridge as `toData()` and comes back by `fromData()`. */
export class VariegateError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** What a failed answer was billed for; stays on this side of the bridge and out of reports. */
  readonly usage: Usage | null;

  constructor(code: ErrorCode, details: ErrorDetails = {}, usage: Usage | null = null) {
    super(saidOf(ERROR_TABLE[code].message, details.service).replace('{name}', () => shorten(withoutGoogleKeys(details.name ?? 'It'), 120)));
    this.name = 'VariegateError';
    this.code = code;
    this.details = trimDetails(details);
    this.usage = usage;
  }

  get why(): string {
    return saidOf(ERROR_TABLE[this.code].why, this.details.service).replace('{name}', () => this.details.name ?? 'no reason given');
  }

  get action(): ErrorAction {
    return actionOf(this);
  }

  get isRetryable(): boolean {
    return ERROR_TABLE[this.code].isRetryable;
  }
}

/** An error as plain data, fit for the bridge, a job's state or a report. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export function toErrorData(error: VariegateError): ErrorData {
  return { code: error.code, details: error.details };
}

export function fromErrorData(data: ErrorData): VariegateError {
  return new VariegateError(data.code, data.details);
}

/** What the error's button does. Google's bills are no help with another service. */
export function actionOf({ code, details }: ErrorData): ErrorAction {
  const { action } = ERROR_TABLE[code];
  return action === 'openBilling' && details.service !== undefined ? 'openSettings' : action;
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(ERROR_TABLE, value);
}

/** Anything thrown, as the one class: a VariegateError unchanged, all else under `fallback` with its text as cause. */
export function toVariegateError(thrown: unknown, fallback: ErrorCode = 'BRIDGE_DEFECT'): VariegateError {
  if (thrown instanceof VariegateError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new VariegateError(fallback, { cause });
}

/** Text cut to `limit` characters with an ellipsis; never splits a surrogate pair. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${Array.from(text.slice(0, limit)).slice(0, -1).join('')}…`;
}

/** Why something waits, without a full stop: "Gemini asks to slow down". */
export function sayWait({ code, service }: { readonly code: ErrorCode; readonly service?: string }): string {
  return saidOf(ERROR_TABLE[code].message, service).replace(/\.$/, '');
}

// "The gateway did not accept the key.", "Safety rules of the gateway": the table speaks of Gemini, which most people use.
function saidOf(sentence: string, service: string | undefined): string {
  if (service === undefined) return sentence;
  const within = `${service.slice(0, 1).toLowerCase()}${service.slice(1)}`;
  return sentence.replace(/Gemini|Google/g, (_word, at: number) => (at === 0 ? service : within));
}

function trimDetails(details: ErrorDetails): ErrorDetails {
  return {
    ...(details.name === undefined ? {} : { name: shorten(withoutGoogleKeys(details.name), 120) }),
    ...(details.cause === undefined ? {} : { cause: shorten(withoutKeys(details.cause), 500) }),
    ...(details.service === undefined ? {} : { service: shorten(details.service, 40) }),
    ...(details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs }),
  };
}

// For names too: a model's refusal can quote what it was sent, and is shown as a name.
function withoutGoogleKeys(text: string): string {
  return text.replace(/(AIza|AQ\.)[\w-]{8,}/g, '[key]');
}

// Keys of Google begin with AIza or AQ.; a bearer token can be anything long. None of them may reach a report.
function withoutKeys(text: string): string {
  return withoutGoogleKeys(text).replace(/(key=|x-goog-api-key:?\s*|bearer\s+)[^\s"'&]+/gi, '$1[key]');
}

function row(message: string, why: string, action: ErrorAction, isRetryable = false): ErrorEntry {
  return { message, why, action, isRetryable };
}
