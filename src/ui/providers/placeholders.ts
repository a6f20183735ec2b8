// The engine "Placeholders": flat tinted frames with their size on them, at once and for nothing, to try a layout, a batch or a storyboard
// before a picture is paid for. Questions are answered by the offline engine's rules.
import { fromLch, toHex } from '../../core/colour.ts';
import { hashText } from '../../core/pixels/random.ts';
import type { ImageModelCard } from '../../core/model.ts';
import type { GenerationRequest } from '../../core/request.ts';
import { createSurface, toBytes } from '../images/surface.ts';
import type { Surface } from '../images/surface.ts';
import type { ProviderEntry } from './entry.ts';

const ID = 'placeholders';

const CARD: ImageModelCard = {
  kind: 'image', id: 'placeholders-1', provider: ID, label: 'Placeholders (no AI)', role: 'Free, at once', tier: null, sizes: ['1K', '2K', '4K'], ratios: 'any', maxReferences: 0, inputTokens: null,
  imageUsd: { '1K': 0, '2K': 0, '4K': 0 }, imageTokens: {}, tokens: null, thinking: [], overnightShare: null, fallback: null, source: 'src/ui/providers/placeholders.ts', checked: '2026-11-29',
};

export const placeholders: ProviderEntry = {
  facts: { id: ID, label: 'Placeholders (no AI)', keyOf: null, isAi: false },
  imageModels: [CARD],
  textModels: [],
  create: ({ offline }) => ({
    ...offline,
    id: ID,
    make: async (request) => ({ bytes: await toBytes(drawn(request), 'image/png'), usage: null, model: request.model }),
  }),
};

/** The words decide the tint, so that equal words have equal frames. */
function drawn({ size, prompt, direction, variation }: GenerationRequest): Surface {
  const surface = createSurface(size);
  const { context } = surface;
  const { width, height } = size;
  const hue = hashText(`${prompt}${direction?.caption ?? ''}${variation}`) % 360;
  context.fillStyle = toHex(fromLch(0.86, 0.05, hue));
  context.fillRect(0, 0, width, height);
  context.strokeStyle = toHex(fromLch(0.72, 0.07, hue));
  context.lineWidth = Math.max(2, Math.round(Math.min(width, height) / 200));
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(width, height);
  context.moveTo(width, 0);
  context.lineTo(0, height);
  context.stroke();
  context.fillStyle = toHex(fromLch(0.4, 0.08, hue));
  context.font = `${Math.round(Math.min(width, height) / 14)}px sans-serif`;
  context.textAlign = 'center';
  context.fillText(`${width} × ${height}`, width / 2, height / 2, width * 0.9);
  return surface;
}
