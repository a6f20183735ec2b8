// The parts of `figma` and their members. The create calls, notices and storage are in their own files.
import { createMembers } from './create.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { listen, unlisten } from './events.ts';
import { fontKey } from './text.ts';
import { FONTS } from '../fonts.ts';
import { type ApiMember, type ApiMembers } from './member.ts';
import { Callback, MIXED, nodeRef, Ref } from './crossing.ts';
import { notifyMembers } from './notify.ts';
import { write, type Session } from './session.ts';
import { storageMembers } from './storage.ts';
import { uiMembers } from './ui.ts';
import { utilMembers } from './util.ts';
import { viewportMembers } from './viewport.ts';
import { fail, isRecord, stringArg } from './values.ts';

const EVENTS = ['selectionchange', 'currentpagechange', 'close', 'run', 'drop', 'documentchange'];

const part = (id: string): ApiMember => ({ get: () => new Ref('api', id) });
const callback = (member: string, value: unknown): Callback => (value instanceof Callback ? value : fail(member, 'Expected function'));
const dynamicPage = (instead: string): ApiMember => ({ call: () => { throw new Error(`Cannot call with documentAccess: dynamic-page. Use ${instead} instead`); } });

const subscribe = (once: boolean): ApiMember => ({
  call(session, [event, run]) {
    const name = stringArg(once ? 'once' : 'on', event, 'type');
    if (!EVENTS.includes(name)) fail('on', `"${name}" is not in the playground host`);
    if (name === 'documentchange' && !session.allPagesLoaded) fail('on', 'Cannot register documentchange handler in incremental mode without calling figma.loadAllPagesAsync first.');
    listen(session, name, callback('on', run), once);
  },
});

async function getNode(session: Session, [id]: readonly unknown[]): Promise<Ref | null> {
  const node = session.document.graph.getNode(stringArg('getNodeByIdAsync', id, 'id'));
  return node && !node.internalOnly ? nodeRef(node.id) : null;
}

async function setCurrentPage(session: Session, [page]: readonly unknown[]): Promise<void> {
  const id = page instanceof Ref ? page.id : '';
  if (session.document.graph.getNode(id)?.type !== 'CANVAS') fail('setCurrentPageAsync', 'Expected page');
  session.loadedPages.add(id);
  session.document.setCurrentPage(id, 'plugin');
}

async function loadAllPages(session: Session): Promise<void> {
  session.document.pages().forEach((page) => session.loadedPages.add(page.id));
  session.allPagesLoaded = true;
}

async function loadFont(session: Session, [font]: readonly unknown[]): Promise<void> {
  const { family, style } = isRecord(font) ? font : fail('loadFontAsync', 'Expected object');
  if (family !== 'Inter') fail('loadFontAsync', `The font "${String(family)} ${String(style ?? '')}" could not be loaded`);
  const styles = style === undefined ? FONTS : FONTS.filter((known) => known.style.replace(' ', '') === String(style).replace(' ', ''));
  if (styles.length === 0) fail('loadFontAsync', `The font "Inter ${String(style)}" could not be loaded`);
  for (const one of styles) session.loadedFonts.add(fontKey({ family: 'Inter', style: style === undefined ? one.style : String(style) }));
}

const figma: ApiMembers = {
  ...createMembers, ...notifyMembers,
  apiVersion: { get: () => '1.0.0' },
  command: { get: ({ options }) => options.command ?? '' },
  editorType: { get: ({ options }) => options.editorType ?? 'figma' },
  mode: { get: ({ options }) => options.mode ?? 'default' },
  pluginId: { get: ({ pluginId }) => pluginId },
  mixed: { get: () => MIXED },
  root: { get: ({ document }) => nodeRef(document.graph.rootId) },
  currentPage: {
    get: ({ document }) => nodeRef(document.currentPageId),
    set: () => fail('set_currentPage', 'Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead'),
  },
  currentUser: { get: () => fail('get_currentUser', 'The "currentuser" permission is not in the manifest') },
  fileKey: { get: () => undefined },
  skipInvisibleInstanceChildren: { get: (session) => session.skipInvisibleInstanceChildren, set: (session, value) => { session.skipInvisibleInstanceChildren = value === true; } },
  ui: part('figma.ui'), viewport: part('figma.viewport'), clientStorage: part('figma.clientStorage'), util: part('figma.util'),
  showUI: uiMembers.showUI,
  on: subscribe(false), once: subscribe(true),
  off: { call: (session, [event, run]) => unlisten(session, String(event), callback('off', run)) },
  setCurrentPageAsync: { call: setCurrentPage },
  loadAllPagesAsync: { call: loadAllPages },
  getNodeByIdAsync: { call: getNode },
  getNodeById: dynamicPage('figma.getNodeByIdAsync()'), getStyleById: dynamicPage('figma.getStyleByIdAsync()'), getFileThumbnailNode: dynamicPage('figma.getFileThumbnailNodeAsync()'),
  getLocalPaintStyles: dynamicPage('figma.getLocalPaintStylesAsync()'), getLocalTextStyles: dynamicPage('figma.getLocalTextStylesAsync()'),
  getLocalEffectStyles: dynamicPage('figma.getLocalEffectStylesAsync()'), getLocalGridStyles: dynamicPage('figma.getLocalGridStylesAsync()'),
  getImageByHash: {
    call: ({ document }, [hash]) => (document.images.has(stringArg('getImageByHash', hash, 'hash')) ? new Ref('image', String(hash)) : null),
  },
  base64Encode: { call: (_, [bytes]) => toBase64(bytes instanceof Uint8Array ? bytes : fail('base64Encode', 'Expected Uint8Array')) },
  base64Decode: { call: (_, [text]) => fromBase64(stringArg('base64Decode', text, 'data')) },
  commitUndo: { call: ({ document }) => document.commit() },
  triggerUndo: { call: ({ document }) => void document.undo('plugin') },
  loadFontAsync: { call: loadFont },
  listAvailableFontsAsync: { call: async () => FONTS.map((fontName) => ({ fontName })) },
  openExternal: { call: ({ options }, [url]) => options.onOpenExternal?.(stringArg('openExternal', url, 'url')) },
  closePlugin: { call: (session, [message]) => session.close(message === undefined ? undefined : String(message)) },
  group: {
    writes: true,
    call(session, [nodes, parent]) {
      const ids = Array.isArray(nodes) ? nodes.flatMap((node: unknown) => (node instanceof Ref ? [node.id] : [])) : [];
      if (ids.length === 0 || !(parent instanceof Ref)) fail('group', 'First argument must be an array of at least one node');
      return write(session, (edit) => {
        const group = edit.create('GROUP', parent.id, { name: 'Group', width: 0, height: 0 });
        ids.forEach((id) => edit.insert(id, group.id));
        return nodeRef(group.id);
      });
    },
  },
};

export const apiMembers: Readonly<Record<string, ApiMembers>> = {
  figma, 'figma.ui': uiMembers.parts, 'figma.viewport': viewportMembers, 'figma.clientStorage': storageMembers, 'figma.util': utilMembers,
};
