// Where rows come from: pasted text, or the text layers of what is selected.
import { useId } from 'preact/hooks';
import { LARGE_PASTE, changeBatch, pasteRows, rowsFromLayers, useText } from '../../batchActions.ts';
import { batchDraft, table } from '../../store/batch.ts';

export function Rows() {
  const id = useId();
  const { taken, text } = batchDraft.value;
  const { names, rows, remarks } = table.value;
  return (
    <div class="batch-rows">
      <label for={id}>Rows</label>
      {taken ? (
        <p class="hint" id={id}>
          {`${count(rows.length)} ${taken.nodeIds.length > 0 ? 'from layers' : 'pasted'}, by column: ${names.join(', ')}.`}{' '}
          <button type="button" class="link" onClick={() => useText()}>
            {taken.nodeIds.length > 0 ? 'Paste instead' : 'Paste others'}
          </button>
        </p>
      ) : (
        <textarea id={id} class="textarea" rows={5} spellcheck={false} placeholder={'name,place\nLena,Lisbon\nJoão,Porto'} value={text} onPaste={takeLarge} onInput={(event) => changeBatch({ text: event.currentTarget.value })} />
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => rowsFromLayers()}>
          Rows from selected layers
        </button>
        {!taken && rows.length > 0 && <span class="hint">{`${count(rows.length)}: ${names.join(', ')}`}</span>}
      </div>
      {remarks.map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function takeLarge(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length < LARGE_PASTE) return;
  event.preventDefault();
  pasteRows(text);
}

function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`;
}
