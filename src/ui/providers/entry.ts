// What a provider of one file brings along: its facts, its models, and what makes it.
import type { EngineFacts } from '../../core/engines.ts';
import type { ImageModelCard, TextModelCard } from '../../core/model.ts';
import type { Provider } from './provider.ts';

export interface ProviderEntry {
  readonly facts: EngineFacts;
  /** The first is its default; at least one. */
  readonly imageModels: readonly ImageModelCard[];
  /** None where rules answer. */
  readonly textModels: readonly TextModelCard[];
  /** `offline` is there to answer what an engine cannot. */
  create(parts: { readonly offline: Provider }): Provider;
}
