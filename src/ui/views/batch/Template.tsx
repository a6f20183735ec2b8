// The words of each picture, with columns and alternatives; columns can be put in by a press.
import { useId, useRef } from 'preact/hooks';
import { changeBatch } from '../../batchActions.ts';
import { batchDraft, table } from '../../store/batch.ts';

export function Template() {
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    const area = ref.current;
    const { template } = batchDraft.value;
    const at = area?.selectionStart ?? template.length;
    changeBatch({ template: `${template.slice(0, at)}{${name}}${template.slice(area?.selectionEnd ?? at)}` });
    area?.focus();
  };
  return (
    <div class="batch-template">
      <label for={id}>Template</label>
      <textarea ref={ref} id={id} class="textarea" rows={3} placeholder="A {gouache|ink} picture of {place}, seen from the sea" value={batchDraft.value.template} onInput={(event) => changeBatch({ template: event.currentTarget.value })} />
      {table.value.names.length > 0 && (
        <div class="row" role="group" aria-label="Put in a column">
          {table.value.names.slice(0, 12).map((name) => (
            <button key={name} type="button" class="link" onClick={() => insert(name)}>
              {`{${name}}`}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
