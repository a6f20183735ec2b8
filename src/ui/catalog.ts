// Hands views the model cards, as data. Views read cards; they never import a provider.
import { imageModel, imageModels, textModel, textModels } from '../core/model.ts';
import type { ImageModelCard, ProviderId, TextModelCard } from '../core/model.ts';

export function modelsOfEngine(provider: ProviderId): readonly ImageModelCard[] {
  return imageModels().filter((card) => card.provider === provider);
}

/** The card of `id` when it is the provider's, else the provider's default: the first row. */
export function usableModel(provider: ProviderId, id: string): ImageModelCard {
  const wanted = imageModel(id);
  if (wanted?.provider === provider) return wanted;
  const first = modelsOfEngine(provider)[0];
  if (!first) throw new RangeError(`no image model of ${provider}`);
  return first;
}

/** The text model that plans directions; null for engines that plan by rules. */
export function plannerOf(provider: ProviderId, id: string): TextModelCard | null {
  const cards = textModels().filter((card) => card.provider === provider);
  return textModel(id) && cards.includes(textModel(id) as TextModelCard) ? (textModel(id) ?? null) : (cards[0] ?? null);
}
