// What is selected and what of it will be sent; says so too when nothing is, and offers the one thing to do then.
import { useRef } from 'preact/hooks';
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import type { SourceView } from '../../../core/request.ts';
import { clearSourceResult, restoreSelected, setView, useWholePage } from '../../actions.ts';
import { draft, editsInARow, recipe, shape, sourceResult } from '../../store/draft.ts';
import { studio } from '../../late.ts';
import { selection, selectionThumbnail } from '../../store/selection.ts';
import { canEdit, connection } from '../../store/session.ts';
import { Choice } from '../parts/Choice.tsx';
import { goTo, useScreen, useWanted } from '../screen.ts';
import { layerType, sizeText } from '../wording.ts';

interface Props {
  /** It is shown to be read, not to be sent by a recipe. */
  readonly isForReading?: boolean;
}

export function SelectionCard({ isForReading = false }: Props) {
  const ref = useRef<HTMLElement>(null);
  useWanted('selection', ref);
  return (
    <section class="selection" aria-label="Selection" ref={ref} tabIndex={-1}>
      <Content isForReading={isForReading} />
    </section>
  );
}

function Content({ isForReading }: { isForReading: boolean }) {
  if (connection.value === 'starting') return <Thumbnail url={null} />;
  if (sourceResult.value) return <ResultSource isForReading={isForReading} />;
  const refusal = selection.value.refusal;
  if (refusal?.code === 'NOTHING_SELECTED') return <NothingSelected isForReading={isForReading} />;
  return (
    <>
      <div class="selection-card">
        {!refusal && <Thumbnail url={selectionThumbnail.value} />}
        <div class="selection-facts">
          <p class="name">{selectionName()}</p>
          {refusal ? <Refusal {...refusal} /> : <SentAs isForReading={isForReading} />}
        </div>
      </div>
      {canChooseView() && <ViewChoice />}
      {canRestore() && <Restore />}
    </>
  );
}

function NothingSelected({ isForReading }: { isForReading: boolean }) {
  const needsSelection = isForReading || recipe.value.needs === 'selection';
  return (
    <div class="selection-empty">
      <p class="name">Nothing selected</p>
      <p>{isForReading ? 'Select a frame, a picture or a sketch to read it into words.' : recipe.value.teaches}</p>
      {needsSelection && (
        <button type="button" class="button" onClick={() => useWholePage()}>
          Use the whole page
        </button>
      )}
    </div>
  );
}

function Refusal({ code, name }: { code: ErrorCode; name: string }) {
  const error = new VariegateError(code, { name });
  return (
    <p>
      {error.message} {error.why}
    </p>
  );
}

function SentAs({ isForReading }: { isForReading: boolean }) {
  const { layers, count, box } = selection.value;
  const only = count === 1 ? layers[0] : undefined;
  const kind = only ? layerType(only.type) : 'Together';
  const sent = sizeText(shape.value.size);
  return (
    <p class="facts">
      {box && <span class="whole">{`${kind}, ${sizeText(box)}.`}</span>}{' '}
      {!isForReading && <span class="whole">{recipe.value.sourceRole ? `Sent as ${sent}` : `Not sent; results are ${sent}`}</span>}
    </p>
  );
}

function ResultSource({ isForReading }: { isForReading: boolean }) {
  const source = sourceResult.value;
  if (!source) return null;
  return (
    <>
      <div class="selection-card">
        <Thumbnail url={source.thumbnailUrl} />
        <div class="selection-facts">
          <p class="name">{source.caption}</p>
          <p class="facts">
            <span class="whole">Result, {sizeText(source)}.</span>{' '}
            {!isForReading && <span class="whole">{recipe.value.sourceRole ? `Sent as ${sizeText(shape.value.size)}` : 'Not sent'}</span>}
          </p>
        </div>
      </div>
      {editsInARow.value > DRIFT_AFTER && <Drift />}
      <button type="button" class="button" onClick={() => clearSourceResult()}>
        Use the selection instead
      </button>
    </>
  );
}

/** Edits of edits after which pictures have usually drifted from what was meant: our own count, from peers' users. */
const DRIFT_AFTER = 6;

function Drift() {
  const screen = useScreen();
  return (
    <p class="hint">
      {editsInARow.value - 1} edits in a row: pictures drift by now.{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          goTo(screen, 'fields');
          studio().restartFromDescription();
        }}
      >
        Restart from a description
      </button>
    </p>
  );
}

function Thumbnail({ url }: { url: string | null }) {
  return <div class="selection-thumbnail">{url && <img class="edged" src={url} alt="" />}</div>;
}

const VIEWS = [
  { value: 'seen', label: 'What I see' },
  { value: 'original', label: 'The original picture' },
] as const satisfies readonly { value: SourceView; label: string }[];

function ViewChoice() {
  return <Choice label="Send" look="segments" value={draft.value.view} options={VIEWS} onChange={(view) => setView(view)} />;
}

function Restore() {
  return (
    <button type="button" class="button" title="Gives the layer back the fill of before Replace" onClick={() => restoreSelected()}>
      Restore
    </button>
  );
}

function canRestore(): boolean {
  const { layers, count } = selection.value;
  return canEdit.value && count === 1 && layers[0]?.canRestore === true;
}

function canChooseView(): boolean {
  const { layers, count, refusal } = selection.value;
  return refusal === null && count === 1 && layers[0]?.hasPicture === true && recipe.value.sourceRole !== null;
}

function selectionName(): string {
  const { layers, count, pageName, refusal } = selection.value;
  if (refusal) return refusal.name || pageName;
  if (count > 1) return `${count} layers`;
  return layers[0]?.name ?? pageName;
}
