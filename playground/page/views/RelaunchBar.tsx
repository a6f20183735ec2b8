// The relaunch buttons that the plugin left on the selected layer, as Figma shows them beside the selection.
import { RotateCw } from 'lucide';
import type { Manifest } from '../plugin/csp.ts';
import type { Workspace } from '../workspace.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly onRelaunch: (command: string) => void;
}

export function RelaunchBar({ workspace, manifest, onRelaunch }: Props) {
  void workspace.arranged.value;
  const file = workspace.file.value;
  const selection = file.selection();
  const node = selection.length === 1 ? file.graph.getNode(selection[0] ?? '') : undefined;
  const left = (node?.pluginRelaunchData ?? []).filter((entry) => !entry.isDeleted);
  const offers = (manifest.relaunchButtons ?? []).filter((button) => left.some((entry) => entry.command === button.command));
  if (offers.length === 0) return null;
  return (
    <div class="relaunch" role="group" aria-label="Plugin actions for this layer">
      {offers.map((offer) => (
        <button class="button" key={offer.command} title={left.find((entry) => entry.command === offer.command)?.message} onClick={() => onRelaunch(offer.command)}>
          <Icon shape={RotateCw} size={14} />
          {offer.name}
        </button>
      ))}
    </div>
  );
}
