// "Mood board" in Create: how many pictures, its button, and the board as it stands.
import { X } from 'lucide';
import { TEXTURES } from '../../../core/recipes/moodBoard.ts';
import { closeMoodBoard, placeMoodBoard, setMoodCount, startMoodBoard } from '../../moodBoardActions.ts';
import { madeOf } from '../../run/moodBoard/moodBoard.ts';
import { mood, moodDraft, moodLabel } from '../../store/moodBoard.ts';
import { Icon } from '../parts/Icon.tsx';
import { NumberField } from '../parts/NumberField.tsx';

export function MoodBoardChoices() {
  return (
    <div class="refine-options">
      <NumberField label="Pictures" value={moodDraft.value.count} min={3} max={6} step={1} page={3} buttons={{ less: 'Fewer pictures', more: 'More pictures' }} onChange={setMoodCount} />
      <p class="hint">{`And ${TEXTURES} textures, the palette that all share, and type set in its colours.`}</p>
    </div>
  );
}

export function MakeMoodBoard({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => startMoodBoard()}>
      {moodLabel.value}
    </button>
  );
}

export function MoodBoardPanel() {
  const now = mood.value;
  if (!now) return null;
  const made = madeOf(now.id);
  return (
    <section class="card refine" aria-label="Mood board">
      <div class="card-head">
        <p class="name">{now.title}</p>
        <span class="facts">{`${made.length} of ${now.count} pictures`}</span>
        {!now.isRunning && (
          <button type="button" class="icon-button" aria-label="Close the mood board" title="Close" onClick={() => closeMoodBoard()}>
            <Icon of={X} />
          </button>
        )}
      </div>
      {!now.isRunning && made.length > 0 && (
        <button type="button" class="button" onClick={() => placeMoodBoard()}>
          {now.isPlaced ? 'Place the board once more' : 'Place the board on canvas'}
        </button>
      )}
    </section>
  );
}
