// What Figma does to a plugin's HTML before it runs: the policy first, then the theme. Pure; the window element is PluginWindow's.
import type { Theme } from '../workspace.ts';
import { themeCss } from './tokens.ts';

export interface Framing {
  readonly csp: string;
  readonly theme: Theme;
  /** Without it a plugin sees no token and no class. */
  readonly themeColors: boolean;
  /** Where the plugin finds Gemini, for work against a stand-in. */
  readonly baseUrl?: string;
}

/** Figma's own addresses of this length never load. */
export const DATA_URL_LIMIT = 2 * 1024 * 1024;

/** The plugin's HTML with what goes before it, inserted ahead of everything that could load or run. */
export function framed(html: string, framing: Framing): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(framing.csp)}">`,
    framing.baseUrl ? `<script>globalThis.__VARIEGATE_BASE_URL__ = ${scriptString(framing.baseUrl)};</script>` : '',
    framing.themeColors ? `<style id="figma-style">${themeCss(framing.theme)}</style><script>${themeScript(framing.theme)}</script>` : '',
    `<script>${fontScript}</script>`,
  ].join('');
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const rest = html.slice(doctype.length);
  const opening = /<head[^>]*>/i.exec(rest);
  // A function, because the HTML holds bundles full of $ signs.
  return doctype + (opening ? rest.replace(opening[0], () => opening[0] + head) : head + rest);
}

/** The same page as a data: address; null when it would be longer than Figma can load. */
export function dataAddress(html: string): string | null {
  const bytes = new TextEncoder().encode(html);
  const letters: string[] = [];
  for (let from = 0; from < bytes.length; from += 0x8000) letters.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  const address = `data:text/html;base64,${btoa(letters.join(''))}`;
  return address.length > DATA_URL_LIMIT ? null : address;
}

/** The message that tells a running window of another theme; the plugin's own listeners never see it. */
export function themeMessage(theme: Theme): { readonly figmaTheme: { readonly name: Theme; readonly css: string } } {
  return { figmaTheme: { name: theme, css: themeCss(theme) } };
}

/** A weight of Inter and its file. Figma has Inter loaded for every plugin, so no manifest lists a font. */
export interface InterFont {
  readonly weight: number;
  readonly bytes: ArrayBuffer;
}

/** The message that hands the fonts over: from bytes they need no address, so the policy has nothing against them. */
export function fontMessage(fonts: readonly InterFont[]): { readonly figmaFonts: readonly InterFont[] } {
  return { figmaFonts: fonts };
}

const fontScript = `addEventListener('message', (event) => {
  const fonts = event.data && event.data.figmaFonts;
  if (!fonts || event.source !== parent) return;
  event.stopImmediatePropagation();
  for (const { weight, bytes } of fonts) document.fonts.add(new FontFace('Inter', bytes, { weight: String(weight) }));
}, true);`;

function themeScript(theme: Theme): string {
  return `(() => {
  const root = document.documentElement;
  root.classList.add('figma-${theme}');
  addEventListener('message', (event) => {
    const theme = event.data && event.data.figmaTheme;
    if (!theme || event.source !== parent) return;
    event.stopImmediatePropagation();
    root.classList.remove('figma-light', 'figma-dark');
    root.classList.add('figma-' + theme.name);
    document.getElementById('figma-style').textContent = theme.css;
  }, true);
})();`;
}

const scriptString = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');
const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
