// Removes the slots that a killed run left behind on the page that is shown. Other pages wait until they are shown: loading them all would take long.
import { SLOT_KEY, isOrphan } from './marker.ts';
import type { Owner } from './marker.ts';
import { removeAll } from './slots.ts';
import { canEdit } from './write.ts';

/** Answers how many it removed; none where the file cannot be edited. */
export function removeOrphans(owner: Owner): number {
  const marked = figma.currentPage.findAllWithCriteria({ pluginData: { keys: [SLOT_KEY] } });
  const orphans = marked.filter((node) => isOrphan(node, owner, Date.now()));
  return orphans.length > 0 && canEdit() ? removeAll(orphans) : 0;
}
