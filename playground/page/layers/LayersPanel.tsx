// The left panel: pages, and the tree of layers. A tree as ARIA describes one: one row takes the focus, arrows walk.
import { useSignal, useSignalEffect } from '@preact/signals';
import { File as PageIcon } from 'lucide';
import { useRef } from 'preact/hooks';
import { openPage, selectLayers, toggleLayer } from '../actions.ts';
import { Icon } from '../views/Icon.tsx';
import type { Workspace } from '../workspace.ts';
import { LayerRow } from './LayerRow.tsx';
import { ancestorsOf, rowsOf, type Row } from './rows.ts';
import { treeKey } from './treeKeys.ts';

export function LayersPanel({ workspace }: { readonly workspace: Workspace }) {
  return (
    <nav class="panel" aria-label="Pages and layers">
      <Pages workspace={workspace} />
      <Layers workspace={workspace} />
    </nav>
  );
}

function Pages({ workspace }: { readonly workspace: Workspace }) {
  void workspace.arranged.value;
  const file = workspace.file.value;
  return (
    <section class="pages" aria-labelledby="pages-title">
      <h2 class="panel-title" id="pages-title">Pages</h2>
      <ul class="rows">
        {file.pages().map((page) => (
          <li key={page.id}>
            <button class="row page-row" aria-current={page.id === file.currentPageId ? 'page' : undefined} onClick={() => openPage(workspace, page.id)}>
              <Icon shape={PageIcon} />
              <span class="row-name">{page.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Layers({ workspace }: { readonly workspace: Workspace }) {
  const open = useSignal<ReadonlySet<string>>(new Set());
  const active = useSignal<string | null>(null);
  const renamed = useSignal<string | null>(null);
  const tree = useRef<HTMLUListElement>(null);
  useSignalEffect(() => {
    void workspace.arranged.value;
    const file = workspace.file.value;
    const needed = file.selection().flatMap((id) => ancestorsOf(file.graph, id)).filter((id) => !open.peek().has(id));
    if (needed.length > 0) open.value = new Set([...open.peek(), ...needed]);
    const first = file.selection()[0];
    if (!first || active.peek() === first) return;
    active.value = first;
    requestAnimationFrame(() => rowElement(tree.current, first)?.scrollIntoView({ block: 'nearest' }));
  });
  void workspace.arranged.value;
  const file = workspace.file.value;
  const rows = rowsOf(file.graph, file.currentPageId, open.value);
  const selection = file.selection();
  const focused = rows.some((row) => row.id === active.value) ? active.value : rows[0]?.id;
  const fold = (id: string, unfold: boolean): void => {
    const next = new Set(open.peek());
    if (unfold) next.add(id);
    else next.delete(id);
    open.value = next;
  };
  const go = (row: Row | undefined): void => {
    if (!row) return;
    active.value = row.id;
    rowElement(tree.current, row.id)?.focus();
  };
  const press = (event: KeyboardEvent, row: Row): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = treeKey(event.key, event.shiftKey, rows, row);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    switch (act.do) {
      case 'focus': return go(act.row);
      case 'fold': return fold(row.id, act.open);
      case 'select': return act.adds ? toggleLayer(workspace, row.id) : selectLayers(workspace, [row.id]);
      case 'rename': renamed.value = row.id;
    }
  };
  return (
    <section class="layers" aria-labelledby="layers-title">
      <h2 class="panel-title" id="layers-title">Layers</h2>
      <ul class="rows layer-rows" role="tree" aria-label="Layers" aria-multiselectable="true" ref={tree} data-own-keys>
        {rows.map((row) => (
          <LayerRow key={row.id} row={row} workspace={workspace} isSelected={selection.includes(row.id)} isFocused={row.id === focused} isRenamed={row.id === renamed.value}
            onKey={(event) => press(event, row)} onFold={() => fold(row.id, !row.isOpen)} onRename={(on) => { renamed.value = on ? row.id : null; }} />
        ))}
      </ul>
      {rows.length === 0 && <p class="empty">This page is empty.</p>}
    </section>
  );
}

const rowElement = (tree: HTMLElement | null, id: string): HTMLElement | null => tree?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
