// What a key means in the layers tree, by the ARIA pattern for trees. Pure: the panel does it.
import type { Row } from './rows.ts';

export type TreeAct =
  | { readonly do: 'focus'; readonly row: Row | undefined }
  | { readonly do: 'fold'; readonly open: boolean }
  | { readonly do: 'select'; readonly adds: boolean }
  | { readonly do: 'rename' };

/** What `key` means on `row`; undefined when the tree has no use for it. */
export function treeKey(key: string, shift: boolean, rows: readonly Row[], row: Row): TreeAct | undefined {
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown': return { do: 'focus', row: rows[at + 1] };
    case 'ArrowUp': return { do: 'focus', row: rows[at - 1] };
    case 'Home': return { do: 'focus', row: rows[0] };
    case 'End': return { do: 'focus', row: rows.at(-1) };
    case 'ArrowRight': return row.hasChildren && !row.isOpen ? { do: 'fold', open: true } : { do: 'focus', row: row.hasChildren ? rows[at + 1] : undefined };
    case 'ArrowLeft': return row.isOpen ? { do: 'fold', open: false } : { do: 'focus', row: parentOf(rows, at) };
    case 'Enter': return { do: 'select', adds: false };
    case ' ': return { do: 'select', adds: shift };
    case 'F2': return { do: 'rename' };
    default: return undefined;
  }
}

function parentOf(rows: readonly Row[], at: number): Row | undefined {
  const depth = rows[at]?.depth ?? 0;
  return rows.slice(0, at).reverse().find((other) => other.depth < depth);
}
