// The engines that make pictures and answer questions, as plain facts. Three are known here; ui/providers/index adds its own, one line each.

/** Stored as it is: an engine that is gone is passed over, not refused. */
export type ProviderId = string;

export interface EngineFacts {
  readonly id: ProviderId;
  /** In Settings. */
  readonly label: string;
  /** Whose key it is sent with; null where it needs none. */
  readonly keyOf: 'gemini' | 'gateway' | null;
  /** False where rules draw: its pictures are marked as made without AI, and cost nothing. */
  readonly isAi: boolean;
}

const ENGINES: EngineFacts[] = [
  { id: 'gemini', label: 'Gemini', keyOf: 'gemini', isAi: true },
  { id: 'offline', label: 'Offline preview (no AI)', keyOf: null, isAi: false },
  { id: 'gateway', label: 'OpenAI-compatible gateway', keyOf: 'gateway', isAi: true },
];

/** Order is the order on screen. */
export function engines(): readonly EngineFacts[] {
  return ENGINES;
}

export function engineOf(id: ProviderId): EngineFacts | undefined {
  return ENGINES.find((engine) => engine.id === id);
}

/** True for an engine that nobody knows any more: better a picture too many marked as made by AI than one too few. */
export function isAi(id: ProviderId): boolean {
  return engineOf(id)?.isAi ?? true;
}

/** Before the first window is drawn; twice the same is once. */
export function addEngine(facts: EngineFacts): void {
  if (!engineOf(facts.id)) ENGINES.push(facts);
}
