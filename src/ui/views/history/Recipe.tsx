// Everything that made a picture, and what it came from.
import type { HistoryEntry } from '../../../core/history/entry.ts';
import { lineage } from '../../../core/history/search.ts';
import { imageModel } from '../../../core/model.ts';
import { history } from '../../store/history.ts';

export function Recipe({ entry, onForget }: { readonly entry: HistoryEntry; readonly onForget: () => void }) {
  const from = lineage(entry, history.value ?? []);
  return (
    <div class="history-recipe">
      <dl>
        {factsOf(entry).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {from.length > 0 && (
          <div>
            <dt>Came from</dt>
            <dd>{from.map(({ caption }) => caption).join(', from ')}</dd>
          </div>
        )}
      </dl>
      <button type="button" class="link is-quiet" onClick={onForget}>
        Take out of history
      </button>
    </div>
  );
}

function factsOf({ record, width, height, colours }: HistoryEntry): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    ['Prompt', record.prompt],
    ['Brief', record.brief],
    ['Model', `${imageModel(record.model)?.label ?? record.model}${record.askedModel ? `, in place of ${record.askedModel}` : ''}`],
    ['Size', `${record.sizeClass}, ${width} × ${height} px`],
    ['Closeness', `${record.closeness} of 5`],
    ['Style card', record.style?.code ?? null],
    ['Sent along', record.inputs.map(({ role, name }) => `${role}: ${name}`).join('; ')],
    ['Tokens', record.usage ? `${record.usage.inputTokens} in, ${record.usage.outputTokens + record.usage.imageTokens} out` : null],
    ['Colours', colours.join(' ')],
    ['Content Credentials', record.hasC2pa ? 'in the picture' : record.changes.includes('c2paLost') ? 'lost when it was cropped or converted' : 'none'],
    ['SynthID', record.provider === 'gemini' ? 'in the pixels, as in all of Gemini’s pictures' : null],
  ];
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}
