// Looks at whatever the plugin's window shows: axe's findings, what is cut off, what is too small to hit or too pale to see.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

export interface Audit {
  readonly axe: readonly string[];
  readonly layout: readonly string[];
  readonly targets: readonly string[];
  readonly contrast: readonly string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function audit(frame: Frame): Promise<Audit> {
  return { axe: await axe(frame), layout: await frame.evaluate(readLayout), targets: await frame.evaluate(readTargets), contrast: await frame.evaluate(readContrast) };
}

async function axe(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(await readFile(AXE, 'utf8'));
  return frame.evaluate(async (tags) => {
    const runner: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } = Reflect.get(globalThis, 'axe');
    const { violations } = await runner.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, TAGS);
}

/** What scrolls sideways, is cut off without a way to scroll to it, or pushes Make out of the window. Runs in the window. */
function readLayout(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    if (!element.checkVisibility() || element instanceof SVGElement || element.closest('.unseen, .split')) continue;
    // A button beside it opens the rest.
    if (element.matches('.option-text') && element.closest('.option')?.querySelector('[aria-expanded]')) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    const isField = element.matches('textarea, input, select');
    if (!isField && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && overflowX !== 'visible') found.push(`sideways: ${name}`);
    if (!isField && overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) found.push(`cut off: ${name}`);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)) found.push(`outside: ${name}`);
  }
  const make = document.querySelector('.make')?.getBoundingClientRect();
  if (make && (make.top < 0 || make.bottom > innerHeight)) found.push('Make is out of the window');
  const panel = document.querySelector('.panel')?.getBoundingClientRect();
  if (!panel || panel.height < 24) found.push('no room is left for the panel');
  return [...new Set(found)];
}

/** Controls under 24 × 24 px (WCAG 2.5.8). Those within a sentence are exempt. Runs in the window. */
function readTargets(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')];
  const small = controls.filter((control) => {
    const target = control.closest('label') ?? control;
    const { width, height } = target.getBoundingClientRect();
    const isInSentence = control.parentElement?.tagName === 'P';
    return control.checkVisibility() && !isInSentence && (width < 24 || height < 24);
  });
  return small.map((control) => `${control.getAttribute('aria-label') ?? control.textContent}: ${JSON.stringify((control.closest('label') ?? control).getBoundingClientRect())}`);
}

/** Icons, edges of choices and focus rings under 3:1 (WCAG 1.4.11), from the colours as drawn. Runs in the window. */
function readContrast(): string[] {
  type Colour = readonly [number, number, number, number];
  const parse = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const ground = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = ([r, g, b]: Colour): number => {
    const part = (value: number) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (colour: string, below: Colour): number => {
    const [a, b] = [light(over(parse(colour), below)), light(below)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--ring)';
  const ring = getComputedStyle(probe).color;
  probe.remove();
  const seen = (selector: string) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility() && !each.closest('[aria-disabled="true"]'));
  const checks = [
    ...seen('svg.icon').filter((icon) => getComputedStyle(icon).stroke !== 'none').map((icon) => ({ what: 'icon', element: icon, value: ratio(getComputedStyle(icon).stroke, ground(icon)) })),
    ...seen('.chip .icon').map((box) => ({ what: 'edge', element: box, value: ratio(getComputedStyle(box).borderTopColor, ground(box.parentElement)) })),
    ...seen('.resize svg').map((icon) => ({ what: 'icon', element: icon, value: ratio(getComputedStyle(icon).stroke, ground(icon)) })),
    ...seen('button, input, select, textarea').filter((each) => !each.matches('.split-slider')).map((control) => {
      const isInside = control.matches('.menu-item, .result-actions > *');
      return { what: 'ring', element: control, value: ratio(ring, ground(isInside ? control : control.parentElement)) };
    }),
  ];
  return checks.filter(({ value }) => value < 3).map(({ what, element, value }) => `${what} ${value.toFixed(2)}: ${(element.closest('button, label') ?? element).outerHTML.slice(0, 120)}`);
}
