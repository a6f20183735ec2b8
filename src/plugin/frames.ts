// A new frame in view or beside a source, filled by whoever asks for it: one undo step, and nothing left behind where it fails.
import type { CanvasSize } from '../core/geometry.ts';
import { VariegateError } from '../core/errors.ts';
import { boundingBox } from './bounds.ts';
import { pageOf } from './nodes.ts';
import { findSpot } from './spot.ts';
import type { Source } from './spot.ts';
import { asOneStep } from './write.ts';

export const FONT = { family: 'Inter', style: 'Regular' } as const;
export const BOLD = { family: 'Inter', style: 'Bold' } as const;

export async function loadFonts(): Promise<void> {
  await Promise.all([figma.loadFontAsync(FONT), figma.loadFontAsync(BOLD)]);
}

/** Rejects with NODE_GONE where the place vanishes meanwhile. */
export async function makeFrame(source: Source | null, { width, height }: CanvasSize, dress: (frame: FrameNode) => void): Promise<{ nodeId: string; pageId: string }> {
  const { container, boxes } = await findSpot(source, { slot: { width, height }, count: 1 });
  const [box] = boxes;
  if (container.removed || !box) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    const frame = figma.createFrame();
    try {
      container.appendChild(frame);
      frame.resize(width, height);
      const origin = container.type === 'PAGE' ? null : boundingBox(container);
      frame.x = box.x - (origin?.x ?? 0);
      frame.y = box.y - (origin?.y ?? 0);
      dress(frame);
    } catch (thrown) {
      frame.remove();
      throw thrown;
    }
    return { nodeId: frame.id, pageId: pageOf(frame)?.id ?? figma.currentPage.id };
  });
}

/** A paint of `#rrggbb`. */
export function solid(hex: string): SolidPaint {
  const value = parseInt(hex.slice(1), 16);
  return { type: 'SOLID', color: { r: (value >> 16) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 } };
}
