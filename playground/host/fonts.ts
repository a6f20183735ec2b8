// Fonts for the renderer, without the network: a layer in a font that is not here is set in the nearest Inter, never left out.
import { fontManager, styleToWeight } from '@open-pencil/core/text';
import type { SceneGraph } from '@open-pencil/scene-graph';

/** A font file for a family and a style, or null. */
export type FontLoader = (family: string, style: string) => Promise<ArrayBuffer | null>;

const INTER: readonly { weight: number; style: string }[] = [
  { weight: 400, style: 'Regular' }, { weight: 500, style: 'Medium' }, { weight: 600, style: 'SemiBold' }, { weight: 700, style: 'Bold' }, { weight: 800, style: 'ExtraBold' },
];
export const FONTS = INTER.map(({ style }) => ({ family: 'Inter', style }));

/** The first export of a process would drop text whose font is not loaded yet, so every Inter is loaded here. */
export async function startFonts(loadFont: FontLoader = async () => null): Promise<void> {
  fontManager.setOnlineFontProviders({ google: false, fontsource: false, bunny: false, fontshare: false });
  fontManager.setHostFontLoader(async (family, style) => (await loadFont(family, style)) ?? bundledInter(style));
  for (const { family, style } of FONTS) await fontManager.loadFont(family, style);
}

export async function loadFontsFor(graph: SceneGraph, ids: readonly string[]): Promise<void> {
  for (const [family, style] of fontManager.collectFontKeys(graph, [...ids])) await fontManager.loadFont(family, style);
}

async function bundledInter(style: string): Promise<ArrayBuffer | null> {
  const weight = styleToWeight(style);
  const distance = (font: { weight: number }): number => Math.abs(font.weight - weight);
  const nearest = INTER.reduce((best, font) => (distance(font) < distance(best) ? font : best));
  return fontManager.fetchBundledFont(`/Inter-${nearest.style}.ttf`);
}
