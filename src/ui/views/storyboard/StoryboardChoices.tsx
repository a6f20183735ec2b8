// What a storyboard is made of: how many shots, the layout, and the shot list, every word of it to be changed.
import { ArrowDown, ArrowUp, X } from 'lucide';
import type { Shot } from '../../../core/studio/tasks.ts';
import { addShot, changeShot, changeStory, moveShot, removeShot, writeShots } from '../../storyboardActions.ts';
import { card } from '../../store/draft.ts';
import { MOST_SHOTS, shotPrice, shotsTask, storyDraft } from '../../store/storyboard.ts';
import { priceText } from '../../store/studioPrices.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { NumberField } from '../parts/NumberField.tsx';

const LAYOUTS = [
  { value: 'comic', label: 'Comic page' },
  { value: 'film', label: 'Film strip' },
] as const satisfies readonly { value: 'comic' | 'film'; label: string }[];

export function StoryboardChoices() {
  const { count, layout, shots } = storyDraft.value;
  return (
    <div class="refine-options">
      <Choice label="Layout" isLabelShown look="segments" value={layout} options={LAYOUTS} onChange={(next) => changeStory({ layout: next })} />
      {shots.length === 0 ? (
        <>
          <NumberField label="Shots" value={count} min={2} max={MOST_SHOTS} step={1} page={4} buttons={{ less: 'Fewer shots', more: 'More shots' }} onChange={(next) => changeStory({ count: next })} />
          <p class="hint">First a shot list is written, for you to change. Then a sheet of people and props, and every shot held against it.</p>
        </>
      ) : (
        <ShotList />
      )}
    </div>
  );
}

function ShotList() {
  const { sheet, look, shots } = storyDraft.value;
  return (
    <>
      <label class="field-stack">
        <span>People and props</span>
        <textarea class="textarea" rows={3} placeholder="Who and what comes again, with looks that never change" value={sheet} onInput={(event) => changeStory({ sheet: event.currentTarget.value })} />
      </label>
      <label class="field-stack">
        <span>Look</span>
        <textarea class="textarea is-low" rows={2} placeholder="Medium, light and palette of all shots" value={look} onInput={(event) => changeStory({ look: event.currentTarget.value })} />
      </label>
      <ol class="shots" aria-label="Shot list">
        {shots.map((shot, index) => (
          <ShotItem key={index} shot={shot} index={index} isLast={index === shots.length - 1} />
        ))}
      </ol>
      <div class="row">
        {shots.length < MOST_SHOTS && (
          <button type="button" class="button" onClick={() => addShot()}>
            Add shot
          </button>
        )}
        <button type="button" class="link" onClick={() => writeShots()}>
          {`Write the list anew · ${priceText(shotsTask(), 0)}`}
        </button>
      </div>
      <p class="hint">{`A sheet and ${shots.length} shots by ${card.value.label}, ${shotPrice.value} each.`}</p>
    </>
  );
}

function ShotItem({ shot, index, isLast }: { shot: Shot; index: number; isLast: boolean }) {
  const number = index + 1;
  return (
    <li class="shot">
      <div class="shot-head">
        <strong>{number}</strong>
        <span class="row">
          <button type="button" class="icon-button" aria-label={`Shot ${number} earlier`} title="Earlier" disabled={index === 0} onClick={() => moveShot(index, -1)}>
            <Icon of={ArrowUp} />
          </button>
          <button type="button" class="icon-button" aria-label={`Shot ${number} later`} title="Later" disabled={isLast} onClick={() => moveShot(index, 1)}>
            <Icon of={ArrowDown} />
          </button>
          <button type="button" class="icon-button" aria-label={`Remove shot ${number}`} title="Remove" onClick={() => removeShot(index)}>
            <Icon of={X} />
          </button>
        </span>
      </div>
      <textarea class="textarea is-low" rows={2} aria-label={`Shot ${number} shows`} placeholder="What it shows" value={shot.shows} onInput={(event) => changeShot(index, { shows: event.currentTarget.value })} />
      <input type="text" class="input" aria-label={`Caption ${number}`} placeholder="Caption" value={shot.caption} onInput={(event) => changeShot(index, { caption: event.currentTarget.value })} />
      <div class="shot-says">
        <input type="text" class="input" aria-label={`Who speaks in ${number}`} placeholder="Who" value={shot.who} onInput={(event) => changeShot(index, { who: event.currentTarget.value })} />
        <input type="text" class="input" aria-label={`Speech ${number}`} placeholder="says aloud" value={shot.says} onInput={(event) => changeShot(index, { says: event.currentTarget.value })} />
      </div>
    </li>
  );
}
