// Brings the designer to a layer: its page, the selection, and the view when the layer is outside it. It changes nothing in the document.
import { VariegateError } from '../core/errors.ts';
import { contains } from '../core/placement.ts';
import { boundingBox } from './bounds.ts';
import { findTarget, pageOf } from './nodes.ts';

export async function showNode(input: { readonly nodeId: string }): Promise<Record<string, never>> {
  const node = await findTarget(input.nodeId);
  const page = node && pageOf(node);
  if (!node || !page) throw new VariegateError('NODE_GONE');
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page);
  if (node.removed) throw new VariegateError('NODE_GONE');
  if (node.type === 'PAGE') return {};
  page.selection = [node];
  const box = boundingBox(node);
  if (!box || !contains(figma.viewport.bounds, box)) figma.viewport.scrollAndZoomIntoView([node]);
  return {};
}
