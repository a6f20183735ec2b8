// Members of pages and of exporting.
import type { ExportSettings } from '../render.ts';
import { type At, type NodeMembers } from './member.ts';
import { Callback, nodeRef, Ref } from './crossing.ts';
import { listen, unlisten } from './events.ts';
import { isPage, isScene, type FigmaType } from './types.ts';
import { fail, invalid, isRecord, stringArg } from './values.ts';
import { requireLoaded } from './tree.ts';

function setSelection({ session, node }: At, value: unknown): void {
  if (!Array.isArray(value)) invalid('selection', 'Expected array');
  const ids = Array.from(value, (member: unknown) => (member instanceof Ref && member.kind === 'node' ? member.id : invalid('selection', 'Expected node')));
  for (const id of ids) {
    if (!session.document.graph.getNode(id)) fail('set_selection', `The node with id "${id}" does not exist`);
    if (session.document.pageOf(id) !== node.id || id === node.id) fail('set_selection', 'The selection of a page can only include nodes in that page');
  }
  session.document.select(ids, 'plugin', node.id);
}

function readSettings(value: unknown): ExportSettings {
  if (value === undefined) return {};
  if (!isRecord(value)) fail('exportAsync', 'Expected object');
  const format = value['format'] ?? 'PNG';
  if (format !== 'PNG' && format !== 'JPG') fail('exportAsync', `The format ${String(format)} is not in the playground host`);
  return { format, contentsOnly: value['contentsOnly'] !== false, useAbsoluteBounds: value['useAbsoluteBounds'] === true, ...readConstraint(value['constraint']) };
}

function readConstraint(value: unknown): Partial<Pick<ExportSettings, 'constraint'>> {
  if (value === undefined) return {};
  const { type, value: size } = isRecord(value) ? value : {};
  if (type !== 'SCALE' && type !== 'WIDTH' && type !== 'HEIGHT') fail('exportAsync', 'Invalid enum value at constraint.type');
  if (typeof size !== 'number' || !(size > 0)) fail('exportAsync', 'Expected a number greater than 0 at constraint.value');
  return { constraint: { type, value: size } };
}

async function exportNode(at: At, [settings]: readonly unknown[]): Promise<Uint8Array> {
  requireLoaded(at, 'exportAsync');
  const wanted = readSettings(settings);
  const { renderer } = at.session.options;
  if (!renderer) fail('exportAsync', 'the playground host was started without a renderer');
  return renderer.exportNode(at.session.document, at.node.id, wanted);
}

const callbackArg = (member: string, value: unknown): Callback => (value instanceof Callback ? value : fail(member, 'Expected function'));
const onPage = (method: 'on' | 'once') => (at: At, [event, callback]: readonly unknown[]): void => {
  const name = stringArg(method, event, 'type');
  if (name !== 'nodechange') fail(method, `"${name}" is not in the playground host`);
  requireLoaded(at, method);
  listen(at.session, `${at.node.id} nodechange`, callbackArg(method, callback), method === 'once');
};

const GREY = 245 / 255;
const BACKGROUND = { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: GREY, g: GREY, b: GREY }, boundVariables: {} };

export const pageMembers = {
  selection: { on: isPage, get: ({ session, node }) => session.document.selection(node.id).map(nodeRef), set: setSelection, alwaysAllowed: true },
  loadAsync: { on: isPage, call: async ({ session, node }) => void session.loadedPages.add(node.id) },
  on: { on: isPage, call: onPage('on') },
  once: { on: isPage, call: onPage('once') },
  off: { on: isPage, call: ({ session, node }, [event, callback]) => unlisten(session, `${node.id} ${String(event)}`, callbackArg('off', callback)) },
  backgrounds: { on: isPage, get: () => [BACKGROUND] },
  exportAsync: { on: (type: FigmaType) => isScene(type) || isPage(type), call: exportNode },
  documentColorProfile: { on: (type: FigmaType) => type === 'DOCUMENT', get: () => 'SRGB' },
} as const satisfies NodeMembers;
