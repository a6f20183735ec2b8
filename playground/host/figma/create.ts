// Creating nodes and images: with Figma's defaults, under the page that is current now.
import type { NodeType, SceneNode } from '@open-pencil/scene-graph';
import { sniffImage } from './bytes.ts';
import { type ApiMember, type ApiMembers } from './member.ts';
import { nodeRef, Ref } from './crossing.ts';
import { fitText } from './text.ts';
import { write, type Session } from './session.ts';
import { fail, typeName } from './values.ts';

/** developers.figma.com/docs/plugins/api/properties/figma-createimage */
const MAX_SIDE_PX = 4096;

const solid = (grey: number): SceneNode['fills'] => [{ type: 'SOLID', color: { r: grey, g: grey, b: grey, a: 1 }, opacity: 1, visible: true, blendMode: 'NORMAL' }];

const make = (type: NodeType, props: Partial<SceneNode>): ApiMember => ({
  writes: true,
  call: (session) => write(session, (edit) => nodeRef(edit.create(type, session.document.currentPageId, { blendMode: 'PASS_THROUGH', ...props }).id)),
});

function createText(session: Session): Ref {
  return write(session, (edit) => {
    const node = edit.create('TEXT', session.document.currentPageId, { name: '', text: '', fontFamily: 'Inter', fontWeight: 400, fontSize: 12, textAutoResize: 'WIDTH_AND_HEIGHT' });
    edit.update(node.id, fitText(node));
    return nodeRef(node.id);
  });
}

/** The three refusals of Figma. What counts as too small is not documented: here, fewer bytes than any header, or a side of 0. */
function createImage(session: Session, [data]: readonly unknown[]): Ref {
  if (!(data instanceof Uint8Array)) fail('createImage', `Expected Uint8Array, received ${typeName(data)}`);
  if (data.length < 10) fail('createImage', 'Image is too small');
  const size = sniffImage(data) ?? fail('createImage', 'Image type is unsupported');
  if (size.width < 1 || size.height < 1) fail('createImage', 'Image is too small');
  if (size.width > MAX_SIDE_PX || size.height > MAX_SIDE_PX) fail('createImage', 'Image is too large');
  return new Ref('image', session.document.addImage(data));
}

function createPage(session: Session): Ref {
  const page = write(session, (edit) => edit.create('CANVAS', session.document.graph.rootId, { name: `Page ${session.document.pages().length + 1}`, width: 0, height: 0 }));
  session.loadedPages.add(page.id);
  return nodeRef(page.id);
}

export const createMembers = {
  createRectangle: make('RECTANGLE', { name: 'Rectangle', fills: solid(217 / 255) }),
  createEllipse: make('ELLIPSE', { name: 'Ellipse', fills: solid(217 / 255) }),
  createFrame: make('FRAME', { name: 'Frame', fills: solid(1), clipsContent: true }),
  createSection: make('SECTION', { name: 'Section', fills: solid(1), width: 100, height: 100 }),
  createText: { writes: true, call: createText },
  createPage: { writes: true, call: createPage },
  createImage: { call: createImage },
} as const satisfies ApiMembers;
