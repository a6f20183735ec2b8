// Words, model, rating, engine, colour, and what this file has.
import { imageModel } from '../../../core/model.ts';
import type { HistoryQuery } from '../../../core/history/search.ts';
import { search } from '../../historyActions.ts';
import { historyModels, historyQuery } from '../../store/history.ts';
import { Select } from '../parts/Select.tsx';

const RATINGS = [
  { value: 'any', label: 'Any rating' },
  { value: 'good', label: 'Good' },
  { value: 'bad', label: 'Bad' },
  { value: 'none', label: 'Not rated' },
] as const satisfies readonly { value: HistoryQuery['rating']; label: string }[];

const ENGINES = [
  { value: 'any', label: 'Any engine' },
  { value: 'ai', label: 'AI' },
  { value: 'offline', label: 'Offline preview' },
] as const satisfies readonly { value: HistoryQuery['engine']; label: string }[];

export function Find() {
  const query = historyQuery.value;
  const models = [{ value: '', label: 'Any model' }, ...historyModels.value.map((id) => ({ value: id, label: imageModel(id)?.label ?? id }))];
  return (
    <search class="history-find">
      <input type="search" aria-label="Search history" placeholder="Words of a prompt, a layer, a date" value={query.words} onInput={(event) => search({ words: event.currentTarget.value })} />
      <div class="row">
        <Select label="Model" value={query.model} options={models} onChange={(model) => search({ model })} />
        <Select label="Rating" value={query.rating} options={RATINGS} onChange={(rating) => search({ rating })} />
        <Select label="Engine" value={query.engine} options={ENGINES} onChange={(engine) => search({ engine })} />
      </div>
      <div class="row">
        <label class="tick">
          <input type="checkbox" checked={query.onlyHere} onChange={(event) => search({ onlyHere: event.currentTarget.checked })} />
          In this file
        </label>
        <label class="tick">
          <input type="color" value={query.colour === '' ? '#808080' : query.colour} onInput={(event) => search({ colour: event.currentTarget.value })} />
          Near colour
        </label>
        {query.colour !== '' && (
          <button type="button" class="link" onClick={() => search({ colour: '' })}>
            Any colour
          </button>
        )}
      </div>
    </search>
  );
}
