// The change that the judge proposes, field by field, to be made as it is, reworded, or left.
import { formatUsd } from '../../../core/cost.ts';
import { FIELDS, FIELD_ORDER } from '../../../core/fields.ts';
import { answerProposal, editProposal } from '../../refineActions.ts';
import type { Refining } from '../../store/refine.ts';

export function ProposalCard({ refining: { proposal, rounds, prices, rules } }: { readonly refining: Refining }) {
  if (!proposal) return null;
  const critique = rounds[proposal.from]?.critique;
  const ids = FIELD_ORDER.filter((id) => proposal.fields[id] !== undefined);
  const usd = rules.hasFinal ? prices.draftUsd : prices.finalUsd;
  return (
    <div class="proposal" role="group" aria-label="Proposed change">
      {(critique?.improve ?? []).length > 0 && <p>{`To gain most: ${(critique?.improve ?? []).join('; ')}.`}</p>}
      {ids.length === 0 && <p class="hint">Nothing in the words is proposed to change; the same words make another picture.</p>}
      {ids.map((id) => (
        <label key={id} class="proposal-field">
          <span class="facts">{FIELDS[id].label}</span>
          <textarea class="textarea is-low" rows={2} value={proposal.fields[id] ?? ''} onInput={(event) => editProposal(id, event.currentTarget.value)} />
        </label>
      ))}
      <div class="row">
        <button type="button" class="button is-primary" onClick={() => answerProposal(true)}>
          {`Make picture ${rounds.length + 1} · ${usd === 0 ? 'free' : `about ${formatUsd(usd)}`}`}
        </button>
        <button type="button" class="button" onClick={() => answerProposal(false)}>
          Keep the best
        </button>
      </div>
    </div>
  );
}
