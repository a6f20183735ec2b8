// One row of the layers tree: fold, icon, name (or its field while it is renamed), lock and eye.
import { ChevronRight, Eye, EyeOff, Lock, LockOpen, type IconNode } from 'lucide';
import { renameLayer, selectLayers, toggleLayer, toggleLocked, toggleVisible } from '../actions.ts';
import { Icon } from '../views/Icon.tsx';
import type { Workspace } from '../workspace.ts';
import type { Row } from './rows.ts';
import { typeIcon } from './typeIcon.ts';

export interface LayerRowProps {
  readonly row: Row;
  readonly workspace: Workspace;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly isRenamed: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFold: () => void;
  readonly onRename: (on: boolean) => void;
}

export function LayerRow({ row, workspace, isSelected, isFocused, isRenamed, onKey, onFold, onRename }: LayerRowProps) {
  const isComponent = row.type === 'COMPONENT' || row.type === 'COMPONENT_SET' || row.type === 'INSTANCE';
  return (
    <li
      class="row layer-row" role="treeitem" data-id={row.id} tabIndex={isFocused ? 0 : -1} data-component={isComponent || undefined} data-dimmed={row.isDimmed || undefined}
      aria-level={row.depth + 1} aria-selected={isSelected} aria-expanded={row.hasChildren ? row.isOpen : undefined} aria-label={row.name} style={{ paddingLeft: `${4 + row.depth * 16}px` }}
      onKeyDown={onKey} onDblClick={() => onRename(true)}
      onClick={(event) => (event.shiftKey || event.ctrlKey || event.metaKey ? toggleLayer(workspace, row.id) : selectLayers(workspace, [row.id]))}
      onPointerEnter={() => { workspace.hovered.value = row.id; }} onPointerLeave={() => { workspace.hovered.value = null; }}
    >
      <span class="fold" data-open={row.isOpen || undefined} aria-hidden="true" onClick={(event) => { event.stopPropagation(); onFold(); }} onDblClick={(event) => event.stopPropagation()}>
        {row.hasChildren && <Icon shape={ChevronRight} size={12} />}
      </span>
      <Icon shape={typeIcon(row)} />
      {isRenamed ? <NameField row={row} workspace={workspace} onDone={() => onRename(false)} /> : <span class="row-name">{row.name}</span>}
      <RowToggle isOn={row.isLocked} shape={row.isLocked ? Lock : LockOpen} label={`${row.isLocked ? 'Unlock' : 'Lock'} ${row.name}`} onPress={() => toggleLocked(workspace, row.id)} />
      <RowToggle isOn={!row.isVisible} shape={row.isVisible ? Eye : EyeOff} label={`${row.isVisible ? 'Hide' : 'Show'} ${row.name}`} onPress={() => toggleVisible(workspace, row.id)} />
    </li>
  );
}

function NameField({ row, workspace, onDone }: { readonly row: Row; readonly workspace: Workspace; readonly onDone: () => void }) {
  const finish = (input: HTMLInputElement, keep: boolean): void => {
    if (keep && input.value !== row.name) renameLayer(workspace, row.id, input.value);
    onDone();
  };
  return (
    <input class="name-field" aria-label={`Name of ${row.name}`} defaultValue={row.name} ref={(input) => { if (input && document.activeElement !== input) { input.focus(); input.select(); } }}
      onClick={(event) => event.stopPropagation()} onBlur={(event) => finish(event.currentTarget, true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') finish(event.currentTarget, event.key === 'Enter');
      }} />
  );
}

interface RowToggleProps {
  readonly isOn: boolean;
  readonly shape: IconNode;
  readonly label: string;
  readonly onPress: () => void;
}

function RowToggle({ isOn, shape, label, onPress }: RowToggleProps) {
  return (
    <button class="row-toggle" data-on={isOn || undefined} aria-label={label} title={label} tabIndex={-1} onClick={(event) => { event.stopPropagation(); onPress(); }} onDblClick={(event) => event.stopPropagation()}>
      <Icon shape={shape} size={12} />
    </button>
  );
}
