// Where rows come from: pasted text, or the text layers of what is selected.
import { useId } from 'preact/hooks';
import { changeBatch, rowsFromLayers, useText } from '../../batchActions.ts';
import { batchDraft, table } from '../../store/batch.ts';

export function Rows() {
  const id = useId();
  const { fromLayers, text } = batchDraft.value;
  const { names, rows, remarks } = table.value;
  return (
    <div class="batch-rows">
      <label for={id}>Rows</label>
      {fromLayers ? (
        <p class="hint" id={id}>
          {`${count(rows.length)} from layers, by column: ${names.join(', ')}.`}{' '}
          <button type="button" class="link" onClick={() => useText()}>
            Paste instead
          </button>
        </p>
      ) : (
        <textarea id={id} class="textarea" rows={5} spellcheck={false} placeholder={'name,place\nLena,Lisbon\nJoão,Porto'} value={text} onInput={(event) => changeBatch({ text: event.currentTarget.value })} />
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => rowsFromLayers()}>
          Rows from selected layers
        </button>
        {!fromLayers && rows.length > 0 && <span class="hint">{`${count(rows.length)}: ${names.join(', ')}`}</span>}
      </div>
      {remarks.map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
