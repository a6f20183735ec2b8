// Model, size and place: one folded line that says what is set, and the controls behind it.
import { isAi } from '../../../core/engines.ts';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatUsd } from '../../../core/cost.ts';
import { BY_RULE } from '../../../core/model.ts';
import type { PlaceMode } from '../../../core/request.ts';
import { setModel, setPlace, setSizeClass } from '../../actions.ts';
import { card, draft, engine, models, ruled, sizeClass } from '../../store/draft.ts';
import { Choice } from '../parts/Choice.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Select } from '../parts/Select.tsx';
import { useWanted } from '../screen.ts';
import { PLACE_LABELS, PLACE_PHRASES } from '../wording.ts';

const PLACES = (['beside', 'replace', 'keep'] as const satisfies readonly PlaceMode[]).map((value) => ({
  value,
  label: PLACE_LABELS[value],
}));

/** Without `hasPlace` results always go beside. */
export function SeldomChanged({ hasPlace = true }: { readonly hasPlace?: boolean }) {
  const isOpen = useSignal(false);
  const modelRef = useRef<HTMLSelectElement>(null);
  useWanted('model', modelRef, () => (isOpen.value = true));
  const label = [card.value.label, sizeClass.value, ...(hasPlace ? [PLACE_PHRASES[draft.value.place]] : [])].join(', ');
  return (
    <Disclosure
      label={label}
      aside={isOpen.value ? 'Close' : 'Change'}
      isOpen={isOpen.value}
      onToggle={() => (isOpen.value = !isOpen.value)}
    >
      <Select
        label="Model"
        value={ruled.value ? BY_RULE : card.value.id}
        options={[...models.value.map(({ id, label: text }) => ({ value: id, label: text })), ...(engine.value !== 'gemini' ? [] : [{ value: BY_RULE, label: 'By the rule' }])]}
        hint={modelHint()}
        selectRef={modelRef}
        onChange={(id) => setModel(id)}
      />
      <Select
        label="Size"
        value={sizeClass.value}
        options={card.value.sizes.map((size) => ({ value: size, label: size }))}
        onChange={(size) => setSizeClass(size)}
      />
      {hasPlace && <Choice label="Place" isLabelShown look="list" value={draft.value.place} options={PLACES} onChange={(place) => setPlace(place)} />}
    </Disclosure>
  );
}

function modelHint(): string {
  const { role, imageUsd, provider, label } = card.value;
  if (!isAi(provider)) return `${role}.`;
  if (ruled.value) return `${ruled.value.why}. ${label} now.`;
  const each = imageUsd[sizeClass.value];
  return each === undefined ? `${role}; price unknown.` : `${role}; about ${formatUsd(each)} a picture.`;
}
