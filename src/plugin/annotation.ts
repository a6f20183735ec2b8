// Writes alt text beside a layer as an annotation, which Dev Mode shows, and that an AI made its picture. Annotations of others stay as they are.
import type { CallInput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { cleanName, cleanText } from '../core/prompt.ts';
import { findLayer } from './nodes.ts';
import { asOneStep, canEdit } from './write.ts';

/** Tells our annotation from others, and says to a developer what it is. */
const LABEL = 'Alt text: ';
const TEXT_LENGTH = 300;

/** One undo step. Fails with SELECTION_GONE, READ_ONLY, or ANNOTATION_REFUSED for a layer that takes none. */
export async function writeAltText({ nodeId, text }: CallInput<'writeAltText'>): Promise<Record<string, never>> {
  const node = await findLayer(nodeId);
  if (!node) throw new VariegateError('SELECTION_GONE');
  if (!canEdit()) throw new VariegateError('READ_ONLY');
  const name = cleanName(node.name);
  if (!('annotations' in node)) throw new VariegateError('ANNOTATION_REFUSED', { name });
  return asOneStep(() => {
    node.annotations = [...without(node, LABEL), { label: `${LABEL}${cleanText(text, TEXT_LENGTH)}` }];
    return {};
  });
}

const MADE = 'AI-generated';

/** Within a write step: sets or takes away the annotation that an AI made the picture. A layer that takes none stays without. */
export function markAsMade(node: SceneNode, isMarked: boolean): void {
  if (!('annotations' in node)) return;
  const isThere = node.annotations.some((each) => labelOf(each) === MADE);
  if (isThere !== isMarked) node.annotations = [...without(node, MADE), ...(isMarked ? [{ label: MADE }] : [])];
}

/** Annotations that do not begin with a label of ours. */
function without(node: AnnotationsMixin, label: string): Annotation[] {
  return node.annotations.filter((each) => !labelOf(each).startsWith(label)).map(settable);
}

function labelOf(annotation: Annotation): string {
  return annotation.label ?? annotation.labelMarkdown ?? '';
}

/**
 * Figma answers a label both plain and as Markdown, and takes only one of them
 * (https://developers.figma.com/docs/plugins/api/Annotation, read 2026-11-27): the Markdown is the one that keeps its look.
 */
function settable({ label, labelMarkdown, properties, categoryId }: Annotation): Annotation {
  const words = labelMarkdown ? { labelMarkdown } : label ? { label } : {};
  return { ...words, ...(properties ? { properties: [...properties] } : {}), ...(categoryId ? { categoryId } : {}) };
}
