// The first three rows as they would be sent, and what becomes of the others.
import { plan, table } from '../../store/batch.ts';

const SHOWN = 3;

export function Preview() {
  const { units, merged, empty } = plan.value;
  if (units.length === 0) return null;
  return (
    <div class="batch-preview">
      <table aria-label="Preview">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">What will be sent</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, SHOWN).map(({ text, rows }) => (
            <tr key={rows[0]}>
              <td>{(rows[0] ?? 0) + 1}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sentences(units.length, merged, empty).map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function sentences(units: number, merged: number, empty: number): string[] {
  return [
    ...(units > SHOWN ? [`And ${units - SHOWN} more of ${table.value.rows.length} rows.`] : []),
    ...(merged > 0 ? [`${merged === 1 ? '1 row asks' : `${merged} rows ask`} for the same as another: made once.`] : []),
    ...(empty > 0 ? [`${empty === 1 ? '1 row is' : `${empty} rows are`} empty and left out.`] : []),
  ];
}
