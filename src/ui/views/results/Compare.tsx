// Original and result on top of one another. The dialog holds the focus and gives it back; Escape closes it.
import { ChevronLeft, ChevronRight, X } from 'lucide';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { imageOf } from '../../../core/job.ts';
import { findJob } from '../../store/runs.ts';
import type { MadeImage, Run, RunJob } from '../../store/runs.ts';
import { Icon } from '../parts/Icon.tsx';
import { useScreen } from '../screen.ts';
import { SplitPicture } from './SplitPicture.tsx';

export function Compare() {
  const { comparedJobId } = useScreen();
  const found = comparedJobId.value === null ? null : findJob(comparedJobId.value);
  const image = found && imageOf(found.entry.job.value.state);
  if (!found || !image) return null;
  return <CompareDialog run={found.run} entry={found.entry} image={image} />;
}

interface Props {
  readonly run: Run;
  readonly entry: RunJob;
  readonly image: MadeImage;
}

function CompareDialog({ run, entry, image }: Props) {
  const { comparedJobId } = useScreen();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOriginalHeld = useSignal(false);
  // Before it is seen: a Tab pressed meanwhile would leave it.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus();
  }, []);
  const go = (by: number) => (comparedJobId.value = neighbour(run, entry, by));
  const isAlone = pictured(run).length === 1;
  return (
    <dialog
      ref={dialog}
      class="compare"
      aria-label="Compare"
      tabIndex={-1}
      onClose={() => (comparedJobId.value = null)}
      onKeyDown={(event) => {
        if (isHold(event)) isOriginalHeld.value = true;
        else if (stepOf(event) !== 0) go(stepOf(event));
        else return;
        event.preventDefault();
      }}
      onKeyUp={() => (isOriginalHeld.value = false)}
      onBlur={() => (isOriginalHeld.value = false)}
    >
      <header class="compare-head">
        <p class="name">{entry.caption}</p>
        <button type="button" class="icon-button" aria-label="Close" title="Close" onClick={() => dialog.current?.close()}>
          <Icon of={X} />
        </button>
      </header>
      <SplitPicture originalUrl={run.sourceUrl} image={image} caption={entry.caption} ratio={run.ratio} isOriginalHeld={isOriginalHeld.value} />
      {!isAlone && (
        <footer class="compare-foot">
          <StepButton label="Previous result" icon={ChevronLeft} dialog={dialog} onPress={() => go(-1)} />
          <p class="hint" aria-live="polite" aria-atomic="true">
            <span class="unseen">{entry.caption}, </span>
            {position(run, entry)}
          </p>
          <StepButton label="Next result" icon={ChevronRight} dialog={dialog} onPress={() => go(1)} />
        </footer>
      )}
      {run.sourceUrl && <p class="hint compare-hint">Hold Space for the original.{isAlone ? '' : ' Arrow keys change the result.'}</p>}
    </dialog>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: typeof X;
  readonly dialog: { readonly current: HTMLDialogElement | null };
  readonly onPress: () => void;
}

// After a press of the mouse the keys belong to the dialog again, so that Space shows the original.
function StepButton({ label, icon, dialog, onPress }: StepProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={(event) => {
        onPress();
        if (event.detail > 0) dialog.current?.focus();
      }}
    >
      <Icon of={icon} />
    </button>
  );
}

function isHold(event: KeyboardEvent): boolean {
  return event.key === ' ' && !(event.target instanceof HTMLButtonElement);
}

// On the slider the arrow keys move the split.
function stepOf(event: KeyboardEvent): number {
  if (event.target instanceof HTMLInputElement) return 0;
  if (event.key === 'ArrowRight') return 1;
  return event.key === 'ArrowLeft' ? -1 : 0;
}

function pictured(run: Run): readonly RunJob[] {
  return run.jobs.filter((entry) => imageOf(entry.job.value.state) !== null);
}

function neighbour(run: Run, entry: RunJob, by: number): string {
  const entries = pictured(run);
  const at = entries.findIndex((candidate) => candidate.id === entry.id);
  return entries[(at + by + entries.length) % entries.length]?.id ?? entry.id;
}

function position(run: Run, entry: RunJob): string {
  const entries = pictured(run);
  const at = entries.findIndex((candidate) => candidate.id === entry.id);
  return `${at + 1} of ${entries.length}`;
}
