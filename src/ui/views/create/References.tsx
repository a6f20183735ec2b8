// Pictures beside the source: what each is for, and where another can come from.
import { isAi } from '../../../core/engines.ts';
import { FileImage, MousePointer2, Plus, X } from 'lucide';
import { useRef } from 'preact/hooks';
import { REFERENCE_ROLES } from '../../../core/prompt.ts';
import type { ReferenceRole } from '../../../core/prompt.ts';
import type { ReferenceDraft } from '../../../core/request.ts';
import { addReferenceFiles, addReferenceFromSelection, removeReference, setReferenceRole } from '../../actions.ts';
import { card, draft, recipe } from '../../store/draft.ts';
import { referenceImages } from '../../store/references.ts';
import { Icon } from '../parts/Icon.tsx';
import { MoreButton } from '../parts/MoreButton.tsx';
import { useWanted } from '../screen.ts';

/** The most further pictures a run takes, whatever its model could. */
const MOST_REFERENCES = 6;

export function References() {
  const files = useRef<HTMLInputElement>(null);
  const ref = useRef<HTMLDivElement>(null);
  useWanted('references', ref);
  const room = roomLeft();
  return (
    <div class="references" ref={ref} tabIndex={-1}>
      <MoreButton
        label="Add reference"
        icon={Plus}
        isLabelled
        emptyText={whyNoRoom()}
        items={
          room > 0
            ? [
                { label: 'From the selection', icon: MousePointer2, onPress: () => addReferenceFromSelection() },
                { label: 'From a file', icon: FileImage, onPress: () => files.current?.click() },
              ]
            : []
        }
      />
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          addReferenceFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {draft.value.references.length > 0 && (
        <ul class="reference-list" aria-label="References">
          {draft.value.references.map((reference) => (
            <ReferenceRow key={reference.id} reference={reference} />
          ))}
        </ul>
      )}
    </div>
  );
}

const ROLES = ['subject', 'style', 'structure'] as const satisfies readonly ReferenceRole[];

function ReferenceRow({ reference }: { reference: ReferenceDraft }) {
  const image = referenceImages.value.find((candidate) => candidate.id === reference.id);
  return (
    <li class="reference">
      <div class="reference-thumbnail">{image && <img class="edged" src={image.thumbnailUrl} alt="" />}</div>
      <span class="reference-name">{reference.name}</span>
      <select
        aria-label={`Role of ${reference.name}`}
        value={reference.role}
        onChange={(event) => {
          const role = ROLES[event.currentTarget.selectedIndex];
          if (role) setReferenceRole(reference.id, role);
        }}
      >
        {ROLES.map((role) => (
          <option key={role} value={role} selected={role === reference.role}>
            {REFERENCE_ROLES[role].label}
          </option>
        ))}
      </select>
      <button type="button" class="icon-button" aria-label="Remove" title={`Remove ${reference.name}`} onClick={() => removeReference(reference.id)}>
        <Icon of={X} />
      </button>
    </li>
  );
}

function roomLeft(): number {
  const forSource = recipe.value.sourceRole ? 1 : 0;
  return Math.min(MOST_REFERENCES, card.value.maxReferences - forSource) - draft.value.references.length;
}

function whyNoRoom(): string {
  if (draft.value.references.length >= MOST_REFERENCES) return `${MOST_REFERENCES} references are the most that help.`;
  return !isAi(card.value.provider)
    ? 'The offline preview looks at the source alone. References need a Gemini key.'
    : `${card.value.label} takes no more pictures.`;
}
