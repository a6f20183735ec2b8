// What can be done with a picture: the two likeliest in sight, the rest one press away. Shown on hover and on focus.
import { Columns2, CornerUpLeft, Ellipsis, ImageDown, ImagePlus, Locate, Shield, Shuffle, Sparkles, Trash, Undo2, Users } from 'lucide';
import type { IconNode } from 'lucide';
import type { Placed } from '../../../core/job.ts';
import * as actions from '../../resultActions.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { Icon } from '../parts/Icon.tsx';
import { MoreButton } from '../parts/MoreButton.tsx';
import type { MoreItem } from '../parts/MoreButton.tsx';
import { goTo, useScreen } from '../screen.ts';
import type { Screen } from '../screen.ts';

interface Props {
  readonly run: Run;
  readonly entry: RunJob;
  readonly placed: Placed | null;
  readonly captionId: string;
}

/** `short` is what fits under a small picture; the name stays whole. */
interface ResultAction extends MoreItem {
  readonly short: string;
}

export function ResultActions(props: Props) {
  const screen = useScreen();
  const [first, second, ...rest] = actionsOf(props, screen);
  return (
    <div class="result-actions">
      {first && <ActionButton {...first} describedBy={props.captionId} />}
      {second && <ActionButton {...second} describedBy={props.captionId} />}
      <MoreButton label="More actions" icon={Ellipsis} items={rest} describedBy={props.captionId} />
    </div>
  );
}

function ActionButton({ label, short, icon, onPress, describedBy }: ResultAction & { describedBy: string }) {
  return (
    <button type="button" class="button" aria-label={label} aria-describedby={describedBy} title={label} onClick={onPress}>
      <Icon of={icon} />
      <span>{short}</span>
    </button>
  );
}

function actionsOf({ run, entry, placed }: Props, screen: Screen): ResultAction[] {
  const { id } = entry;
  const compare = action('Compare', 'Compare', Columns2, () => (screen.comparedJobId.value = id));
  const show = action('Show on canvas', 'Show', Locate, () => actions.showOnCanvas(id));
  const beside = action('Place beside', 'Place', ImagePlus, () => actions.placeBeside(id));
  const replace = action('Replace fill', 'Replace', ImageDown, () => actions.replaceFill(id));
  const restore = action('Restore', 'Restore', Undo2, () => actions.restoreFill(id));
  return [
    ...firstActions(placed, { show, beside, restore }),
    compare,
    ...(placed?.how === 'replaced' ? [show] : []),
    ...(placed && placed.how !== 'replaced' ? [beside] : []),
    ...(run.source && placed?.how !== 'replaced' ? [replace] : []),
    ...(run.source && entry.job.value.request.content ? [action('Protect the rest', 'Protect', Shield, () => actions.protectRest(id))] : []),
    action('Use as source', 'Source', CornerUpLeft, () => {
      actions.useAsSource(id);
      goTo(screen, 'selection');
    }),
    action('Make more like this', 'More', Sparkles, () => showWords(screen, actions.makeMoreLikeThis(id, 'near'))),
    action('Make more, further away', 'Further', Shuffle, () => showWords(screen, actions.makeMoreLikeThis(id, 'further'))),
    ...(run.jobs.length > 1 ? [action('Who does the set show?', 'Set', Users, () => actions.openSet(id))] : []),
    action('Discard', 'Discard', Trash, () => actions.discardJob(id)),
  ];
}

function showWords(screen: Screen, panel: 'prompts' | 'create' | null): void {
  if (panel) goTo(screen, panel === 'prompts' ? 'fields' : 'brief', panel);
}

function firstActions(placed: Placed | null, offered: Record<'show' | 'beside' | 'restore', ResultAction>): ResultAction[] {
  if (!placed) return [offered.beside];
  return placed.how === 'replaced' ? [offered.restore] : [offered.show];
}

function action(label: string, short: string, icon: IconNode, onPress: () => void): ResultAction {
  return { label, short, icon, onPress };
}
