// Figma's UI3 colour tokens as a plugin with themeColors sees them: name, light, dark. Names: developers.figma.com/docs/plugins/css-variables (2026-11).
import type { Theme } from '../workspace.ts';

type Token = readonly [name: string, light: string, dark: string];

const backgrounds: readonly Token[] = [
  ['bg', '#ffffff', '#2c2c2c'],
  ['bg-secondary', '#f5f5f5', '#383838'],
  ['bg-tertiary', '#e6e6e6', '#444444'],
  ['bg-hover', '#f5f5f5', '#383838'],
  ['bg-pressed', '#e6e6e6', '#444444'],
  ['bg-disabled', '#d9d9d9', '#757575'],
  ['bg-disabled-secondary', '#b3b3b3', '#444444'],
  ['bg-inverse', '#2c2c2c', '#ffffff'],
  ['bg-inverse-hover', '#1e1e1e', '#f5f5f5'],
  ['bg-brand', '#0d99ff', '#0c8ce9'],
  ['bg-brand-hover', '#007be5', '#0a6dc2'],
  ['bg-brand-pressed', '#007be5', '#0a6dc2'],
  ['bg-brand-secondary', '#0768cf', '#105cad'],
  ['bg-brand-tertiary', '#e5f4ff', '#394360'],
  ['bg-selected', '#e5f4ff', '#394360'],
  ['bg-selected-hover', '#bde3ff', '#4a5878'],
  ['bg-selected-pressed', '#bde3ff', '#4a5878'],
  ['bg-selected-secondary', '#f2f9ff', '#31394e'],
  ['bg-selected-tertiary', '#f2f9ff', '#2f3544'],
  ['bg-selected-strong', '#0d99ff', '#0c8ce9'],
  ['bg-component', '#9747ff', '#8a38f5'],
  ['bg-component-hover', '#8638e5', '#7a2ed6'],
  ['bg-component-pressed', '#8638e5', '#7a2ed6'],
  ['bg-component-secondary', '#681ad0', '#681ad0'],
  ['bg-component-tertiary', '#f1e5ff', '#493a60'],
  ['bg-danger', '#f24822', '#e03e1a'],
  ['bg-danger-hover', '#dc3412', '#c4320f'],
  ['bg-danger-pressed', '#dc3412', '#c4320f'],
  ['bg-danger-secondary', '#bd2915', '#a8200d'],
  ['bg-danger-tertiary', '#ffe2e0', '#60332e'],
  ['bg-warning', '#ffcd29', '#f3c11b'],
  ['bg-warning-hover', '#ffc21a', '#d6a60f'],
  ['bg-warning-pressed', '#ffc21a', '#d6a60f'],
  ['bg-warning-secondary', '#f7b500', '#b86200'],
  ['bg-warning-tertiary', '#fff1c2', '#524522'],
  ['bg-success', '#14ae5c', '#198f51'],
  ['bg-success-hover', '#009951', '#0a7a41'],
  ['bg-success-pressed', '#009951', '#0a7a41'],
  ['bg-success-secondary', '#007f45', '#006b3a'],
  ['bg-success-tertiary', '#cff7d3', '#2a4d38'],
];

const texts: readonly Token[] = [
  ['text', 'rgba(0, 0, 0, 0.9)', '#ffffff'],
  ['text-hover', 'rgba(0, 0, 0, 0.9)', '#ffffff'],
  ['text-secondary', 'rgba(0, 0, 0, 0.5)', 'rgba(255, 255, 255, 0.7)'],
  ['text-secondary-hover', 'rgba(0, 0, 0, 0.9)', '#ffffff'],
  ['text-tertiary', 'rgba(0, 0, 0, 0.3)', 'rgba(255, 255, 255, 0.4)'],
  ['text-disabled', 'rgba(0, 0, 0, 0.3)', 'rgba(255, 255, 255, 0.4)'],
  ['text-oninverse', '#ffffff', 'rgba(0, 0, 0, 0.9)'],
  ['text-onbrand', '#ffffff', '#ffffff'],
  ['text-onbrand-secondary', 'rgba(255, 255, 255, 0.8)', 'rgba(255, 255, 255, 0.8)'],
  ['text-onselected', 'rgba(0, 0, 0, 0.9)', '#ffffff'],
  ['text-onselected-secondary', '#6ba6d1', '#9fb8d6'],
  ['text-ondisabled', '#ffffff', '#444444'],
  ['text-oncomponent', '#ffffff', '#ffffff'],
  ['text-ondanger', '#ffffff', '#ffffff'],
  ['text-onwarning', 'rgba(0, 0, 0, 0.9)', 'rgba(0, 0, 0, 0.9)'],
  ['text-onsuccess', '#ffffff', '#ffffff'],
  ['text-brand', '#007be5', '#7cc4f8'],
  ['text-brand-hover', '#0768cf', '#a8d8fb'],
  ['text-brand-secondary', '#0d99ff', '#0c8ce9'],
  ['text-selected', '#007be5', '#7cc4f8'],
  ['text-component', '#8638e5', '#d1a8ff'],
  ['text-danger', '#dc3412', '#fca397'],
  ['text-danger-hover', '#bd2915', '#ffc4bd'],
  ['text-warning', '#b86200', '#f7d15f'],
  ['text-success', '#009951', '#79d297'],
];

const icons: readonly Token[] = texts.map(([name, light, dark]) => [name.replace(/^text/, 'icon'), light, dark]);

const borders: readonly Token[] = [
  ['border', '#e6e6e6', '#444444'],
  ['border-strong', '#2c2c2c', '#ffffff'],
  ['border-disabled', '#e6e6e6', '#444444'],
  ['border-disabled-strong', '#b3b3b3', '#757575'],
  ['border-brand', '#bde3ff', '#4a5878'],
  ['border-brand-strong', '#007be5', '#7cc4f8'],
  ['border-selected', '#0d99ff', '#0c8ce9'],
  ['border-selected-strong', '#007be5', '#7cc4f8'],
  ['border-onbrand', '#007be5', '#0a6dc2'],
  ['border-onbrand-strong', '#ffffff', '#ffffff'],
  ['border-onselected', '#bde3ff', '#4a5878'],
  ['border-onselected-strong', '#007be5', '#7cc4f8'],
  ['border-component', '#e4ccff', '#5c4880'],
  ['border-component-strong', '#8638e5', '#d1a8ff'],
  ['border-danger', '#ffc7c2', '#803226'],
  ['border-danger-strong', '#dc3412', '#fca397'],
  ['border-warning', '#ffe8a3', '#7a5e00'],
  ['border-warning-strong', '#b86200', '#f7d15f'],
  ['border-success', '#aff4c6', '#0a5c35'],
  ['border-success-strong', '#009951', '#79d297'],
];

const tokens: readonly Token[] = [...backgrounds, ...texts, ...icons, ...borders];

/** The style sheet of a theme: every token as a custom property of the root element. */
export function themeCss(theme: Theme): string {
  const lines = tokens.map(([name, light, dark]) => `--figma-color-${name}: ${theme === 'light' ? light : dark};`);
  return `:root { color-scheme: ${theme}; ${lines.join(' ')} }`;
}
