// Whether pictures that an AI made say so on the canvas: in their layer's name, as an annotation, or not.
import { isAi } from '../../core/engines.ts';
import type { ProviderId } from '../../core/engines.ts';
import { settings } from '../store/session.ts';

const SUFFIX = ' · AI-generated';

/** The name of a layer as it is to be; pictures of the offline engine were made by no AI. */
export function markedName(name: string, provider: ProviderId): string {
  return settings.value.marks.name && isAi(provider) ? `${name}${SUFFIX}` : name;
}

/** For the record: the sandbox annotates what bears it, in the same undo step. */
export function markOf(provider: ProviderId): { isMarked?: true } {
  return settings.value.marks.annotation && isAi(provider) ? { isMarked: true } : {};
}
