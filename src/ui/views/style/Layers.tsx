// The list "Layers to restyle": what of the selected frames would change, each with its price, and afterwards with its way back.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fromErrorData } from '../../../core/errors.ts';
import { addScrim, lookThrough, placePart, redoPart, revertPart, togglePart } from '../../styleActions.ts';
import { eachText, remarks, targets } from '../../store/style.ts';
import type { Part, Target } from '../../store/style.ts';
import { selection } from '../../store/selection.ts';
import { Disclosure } from '../parts/Disclosure.tsx';

export function Layers() {
  useEffect(() => lookThrough(), [selection.value]);
  if (targets.value.length === 0) return null;
  return (
    <section class="style-layers" aria-label="What changes">
      <ul aria-label="Layers to restyle">
        {targets.value.map((target) => (
          <TargetRows key={target.nodeId} target={target} isNamed={targets.value.length > 1} />
        ))}
      </ul>
      {targets.value.every(({ parts }) => parts.length === 0) && <p class="hint">Nothing in it can wear another look: no picture, no illustration and no colour of its own.</p>}
      <Remarks />
      <Kept />
    </section>
  );
}

function TargetRows({ target, isNamed }: { target: Target; isNamed: boolean }) {
  return (
    <>
      {isNamed && <li class="style-target name">{target.name}</li>}
      {target.parts.map((part) => (
        <li key={part.id} class="style-part" data-state={part.state.value.at}>
          <label class="style-part-line">
            <input type="checkbox" checked={part.isPicked.value} disabled={part.state.value.at === 'running'} onChange={() => togglePart(part)} />
            <span class="style-part-face" aria-hidden="true">
              {part.thumbnailUrl.value ? <img src={part.thumbnailUrl.value} alt="" /> : null}
            </span>
            <span class="style-part-name">
              <span class="name">{part.name}</span>
              <span class="facts">{part.detail}</span>
            </span>
          </label>
          <PartEnd part={part} />
          {part.state.value.at === 'failed' && <Failure part={part} />}
          {part.state.value.at === 'done' && <Readable part={part} />}
        </li>
      ))}
    </>
  );
}

function PartEnd({ part }: { part: Part }) {
  const state = part.state.value;
  switch (state.at) {
    case 'ready':
      return <span class="facts">{part.what.is === 'colours' ? 'free' : eachText.value}</span>;
    case 'running':
      return <span class="facts">Making</span>;
    case 'done':
      return (
        <button type="button" class="link" aria-label={`Revert ${part.name}`} onClick={() => revertPart(part)}>
          Revert
        </button>
      );
    case 'reverted':
      return <span class="facts">Old look</span>;
    case 'failed':
      return state.cloneId === null || part.what.is === 'colours' ? (
        <span class="facts">Not made</span>
      ) : (
        <button type="button" class="link" aria-label={`Retry ${part.name}`} onClick={() => redoPart(part)}>
          Retry
        </button>
      );
  }
}

function Failure({ part }: { part: Part }) {
  const state = part.state.value;
  if (state.at !== 'failed') return null;
  const error = fromErrorData(state.error);
  return (
    <p class="hint style-part-failure">
      {error.message} {error.why} It keeps its old look{part.unwritten.value ? '; its picture is paid for and kept. ' : '.'}
      {part.unwritten.value && (
        <button type="button" class="link" aria-label={`Place ${part.name} beside`} onClick={() => placePart(part)}>
          Place beside
        </button>
      )}
    </p>
  );
}

/** What the text over a picture reaches, where that is too little, and what helps. */
function Readable({ part }: { part: Part }) {
  const measured = part.legibility.value;
  if (!measured || measured.isEnough) return null;
  return (
    <p class="hint style-part-failure">
      Text on it reaches only {measured.contrast.toFixed(1)} : 1.{' '}
      {measured.scrim && (
        <button type="button" class="link" aria-label={`Add scrim to ${part.name}`} onClick={() => addScrim(part)}>
          Add scrim
        </button>
      )}{' '}
      <button type="button" class="link" aria-label={`Make ${part.name} again`} onClick={() => redoPart(part)}>
        Make again · {eachText.value}
      </button>
    </p>
  );
}

/** What is to be known before anything is made. */
function Remarks() {
  if (remarks.value.length === 0) return null;
  return (
    <ul class="hint" aria-label="Remarks">
      {remarks.value.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Kept() {
  const isOpen = useSignal(false);
  const kept = targets.value.flatMap((target) => target.kept);
  if (kept.length === 0) return null;
  return (
    <Disclosure label={kept.length === 1 ? '1 layer keeps its look' : `${kept.length} layers keep their look`} aside={isOpen.value ? 'Close' : 'Show'} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      <ul class="hint">
        {kept.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
