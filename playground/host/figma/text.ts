// Members of text layers. Writing needs the layer's fonts loaded, as in Figma.
import type { SceneNode } from '@open-pencil/scene-graph';
import { weightToStyle, styleToWeight } from '@open-pencil/core/text';
import { estimateTextSize, getTextMeasurer } from '@open-pencil/core/layout';
import { type At, type NodeMember, type NodeMembers } from './member.ts';
import { MIXED } from './crossing.ts';
import { write } from './session.ts';
import { isText } from './types.ts';
import { asNumber, asOneOf, asString, fail, invalid, isRecord } from './values.ts';
import { fillsOf, number, paintOf } from './paints.ts';

export interface FontName { readonly family: string; readonly style: string }
export const fontKey = (font: FontName): string => `${font.family}|${font.style}`;

function fontsOf(node: SceneNode): FontName[] {
  const base = { family: node.fontFamily, style: weightToStyle(node.fontWeight, node.italic) };
  const runs = node.styleRuns.map(({ style }) => ({
    family: style.fontFamily ?? node.fontFamily, style: weightToStyle(style.fontWeight ?? node.fontWeight, style.italic ?? node.italic),
  }));
  const all = [base, ...runs];
  return all.filter((font, index) => all.findIndex((other) => fontKey(other) === fontKey(font)) === index);
}

function requireFonts({ session, node }: At, member: string): void {
  const missing = fontsOf(node).find((font) => !session.loadedFonts.has(fontKey(font)));
  if (missing) fail(member, unloaded(missing));
}

function unloaded({ family, style }: FontName): string {
  const call = `figma.loadFontAsync({ family: "${family}", style: "${style}" })`;
  return `Cannot write to node with unloaded font "${family} ${style}". Please call ${call} and await the returned promise first.`;
}

/** The size a text takes when it sizes itself. */
export function fitText(node: SceneNode): Partial<SceneNode> {
  if (node.textAutoResize === 'NONE' || node.textAutoResize === 'TRUNCATE') return {};
  const maxWidth = node.textAutoResize === 'HEIGHT' ? node.width : undefined;
  const size = getTextMeasurer()?.(node, maxWidth) ?? estimateTextSize(node, maxWidth);
  return node.textAutoResize === 'HEIGHT' ? { height: size.height } : { width: size.width, height: size.height };
}

function setText(at: At, member: string, props: Partial<SceneNode>): void {
  requireFonts(at, member);
  write(at.session, (edit) => edit.update(at.node.id, { ...props, ...fitText({ ...at.node, ...props }) }));
}

function setFont(at: At, value: unknown): void {
  if (!isRecord(value)) invalid('fontName', 'Expected object');
  const font = { family: asString('fontName', value['family']), style: asString('fontName', value['style']) };
  if (!at.session.loadedFonts.has(fontKey(font))) fail('set_fontName', unloaded(font));
  const italic = /italic|oblique/i.test(font.style);
  write(at.session, (edit) => edit.update(at.node.id, { fontFamily: font.family, fontWeight: styleToWeight(font.style), italic, styleRuns: [] }));
}

/** A property of text that is one of a few words. */
function choice<Key extends 'textAutoResize' | 'textAlignHorizontal' | 'textAlignVertical'>(property: Key, options: readonly SceneNode[Key][]): NodeMember {
  return { on: isText, get: ({ node }) => node[property], set: (at, value) => setText(at, `set_${property}`, { [property]: asOneOf<string>(property, value, options) }) };
}

const fontSize: NodeMember = {
  on: isText,
  get: ({ node }) => (node.styleRuns.some((run) => run.style.fontSize !== undefined) ? MIXED : node.fontSize),
  set: (at, value) => setText(at, 'set_fontSize', { fontSize: number('fontSize', value, 'fontSize', 1, Infinity) }),
};

/** Stretches of a text that look alike in the fields that are asked for; of those, the ones this host knows. */
function segments({ node }: At, [fields]: readonly unknown[]): object[] {
  const asked = Array.isArray(fields) ? fields.map(String) : invalid('getStyledTextSegments', 'Expected array');
  const unknown = asked.find((name) => !(name in SEGMENT_FIELDS));
  if (unknown !== undefined) fail('getStyledTextSegments', `The field "${unknown}" is not in the playground host`);
  const known = asked as (keyof typeof SEGMENT_FIELDS)[];
  const styles = Array.from({ length: node.text.length }, (_, index) => node.styleRuns.find(({ start, length }) => index >= start && index < start + length)?.style ?? {});
  const looks = styles.map((style) => Object.fromEntries(known.map((name) => [name, SEGMENT_FIELDS[name](node, style)])));
  const starts = looks.flatMap((look, index) => (index === 0 || JSON.stringify(look) !== JSON.stringify(looks[index - 1]) ? [index] : []));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? node.text.length;
    return { characters: node.text.slice(start, end), start, end, ...looks[start] };
  });
}

type RunStyle = SceneNode['styleRuns'][number]['style'];

const SEGMENT_FIELDS = {
  fills: (node: SceneNode, style: RunStyle) => (style.fills ?? node.fills).map(paintOf),
  fillStyleId: (node: SceneNode, style: RunStyle) => (style.fills ? '' : (node.fillStyleId ?? '')),
};

function setRangeFills({ session, node }: At, [from, to, value]: readonly unknown[]): void {
  const start = asNumber('setRangeFills', from);
  const end = asNumber('setRangeFills', to);
  if (start < 0 || end > node.text.length || start >= end) fail('setRangeFills', `Range outside of available characters. 'start' must be less than node.characters.length and 'end' must be less than or equal to node.characters.length`);
  const fills = fillsOf('fills', value, (hash) => session.document.images.has(hash));
  const styles: RunStyle[] = Array.from({ length: node.text.length }, (_, index) => {
    const own = node.styleRuns.find((run) => index >= run.start && index < run.start + run.length)?.style ?? {};
    return index >= start && index < end ? { ...own, fills } : own;
  });
  const starts = styles.flatMap((style, index) => (index === 0 || JSON.stringify(style) !== JSON.stringify(styles[index - 1]) ? [index] : []));
  const styleRuns = starts.map((at, index) => ({ start: at, length: (starts[index + 1] ?? node.text.length) - at, style: styles[at] ?? {} })).filter(({ style }) => Object.keys(style).length > 0);
  write(session, (edit) => edit.update(node.id, { styleRuns }));
}

export const textMembers = {
  getStyledTextSegments: { on: isText, call: segments },
  // Colours alone need no font: the typings ask for a loaded one where a range's letters change, and not here.
  setRangeFills: { on: isText, writes: true, call: setRangeFills },
  characters: { on: isText, get: ({ node }) => node.text, set: (at, value) => setText(at, 'set_characters', { text: asString('characters', value), styleRuns: [] }) },
  fontName: { on: isText, get: ({ node }) => (fontsOf(node).length > 1 ? MIXED : fontsOf(node)[0]), set: setFont },
  fontSize,
  fontWeight: { on: isText, get: ({ node }) => (node.styleRuns.some((run) => run.style.fontWeight !== undefined) ? MIXED : node.fontWeight) },
  hasMissingFont: { on: isText, get: () => false },
  textAutoResize: choice('textAutoResize', ['NONE', 'WIDTH_AND_HEIGHT', 'HEIGHT', 'TRUNCATE']),
  textAlignHorizontal: choice('textAlignHorizontal', ['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED']),
  textAlignVertical: choice('textAlignVertical', ['TOP', 'CENTER', 'BOTTOM']),
} as const satisfies NodeMembers;
