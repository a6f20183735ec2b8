// Where the pictures go.
import { useId } from 'preact/hooks';
import { changeBatch } from '../../batchActions.ts';
import { batchDraft } from '../../store/batch.ts';
import type { Into as Where } from '../../store/batch.ts';
import { Select } from '../parts/Select.tsx';

const PLACES = [
  { value: 'grid', label: 'A grid beside the selection' },
  { value: 'copies', label: 'Copies of the selected frame' },
  { value: 'layers', label: 'A layer in each row’s own layer' },
] as const satisfies readonly { value: Where; label: string }[];

const HINTS: Readonly<Record<Where, string>> = {
  grid: 'One picture a row, as large as the selected layer. Rows with equal words share one.',
  copies: 'A copy of the frame for each row: text layers with a column’s name get its words, the layer below gets the picture.',
  layers: 'Rows from selected layers: the picture goes into the layer of this name within each.',
};

export function Into() {
  const id = useId();
  const { into, layer } = batchDraft.value;
  return (
    <div class="batch-into">
      <Select label="Into" value={into} options={PLACES} hint={HINTS[into]} onChange={(next) => changeBatch({ into: next })} />
      {into !== 'grid' && (
        <div class="style-rule">
          <label for={id}>Layer</label>
          <input id={id} type="text" maxLength={80} placeholder="#hero" value={layer} onInput={(event) => changeBatch({ layer: event.currentTarget.value })} />
        </div>
      )}
    </div>
  );
}
