// What was read in a sketch, and what will be kept of it: a list to tick, to reword and to add to.
import { Plus, X } from 'lucide';
import { useSignal } from '@preact/signals';
import { addKeep, editKeep, forgetSketch } from '../../studioActions.ts';
import { sketch } from '../../store/studio.ts';
import { Icon } from '../parts/Icon.tsx';

export function SketchCard() {
  const read = sketch.value;
  if (!read) return null;
  return (
    <section class="card" aria-label="What the sketch says">
      <div class="card-head">
        <p class="name">{read.name}</p>
        <button type="button" class="icon-button" aria-label="Close the sketch" title="Close" onClick={() => forgetSketch()}>
          <Icon of={X} />
        </button>
      </div>
      {read.reads !== '' && <p>{read.reads}</p>}
      <p class="facts">Kept of the sketch</p>
      <ul aria-label="Kept of the sketch" class="keeps">
        {read.keeps.map((keep, index) => (
          <li key={keep.id} class="keep">
            <label class="keep-tick">
              <input type="checkbox" aria-label={`Keep ${index + 1}`} checked={keep.isKept} onChange={() => editKeep(keep.id, { isKept: !keep.isKept })} />
            </label>
            <input
              type="text"
              aria-label={`Kept thing ${index + 1}`}
              maxLength={200}
              value={keep.text}
              onInput={(event) => editKeep(keep.id, { text: event.currentTarget.value })}
            />
          </li>
        ))}
      </ul>
      <AddKeep />
    </section>
  );
}

function AddKeep() {
  const text = useSignal('');
  const add = () => {
    addKeep(text.value);
    text.value = '';
  };
  return (
    <div class="keep">
      <input
        type="text"
        aria-label="Another thing to keep"
        placeholder="Another thing to keep"
        maxLength={200}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <button type="button" class="icon-button" aria-label="Add to what is kept" title="Add" onClick={add}>
        <Icon of={Plus} />
      </button>
    </div>
  );
}
