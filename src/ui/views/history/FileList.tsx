// Every picture of ours on the page or in the file, read from the layers: also those of other people.
import { useSignal } from '@preact/signals';
import { formatUsd } from '../../../core/cost.ts';
import { imageModel } from '../../../core/model.ts';
import { listPictures } from '../../historyActions.ts';
import type { Audit } from '../../run/history/tables.ts';
import { LongList } from '../parts/LongList.tsx';
import { Report } from '../parts/Report.tsx';

export function FileList() {
  const found = useSignal<{ readonly audit: Audit; readonly csv: string; readonly where: string } | null>(null);
  const list = (where: 'page' | 'file') => listPictures(where, (audit, csv) => (found.value = { audit, csv, where: where === 'page' ? 'on this page' : 'in this file' }));
  return (
    <section class="history-file" aria-label="Pictures in the file">
      <h2>Pictures in the file</h2>
      <div class="row">
        <button type="button" class="button" onClick={() => list('page')}>
          List this page
        </button>
        <button type="button" class="button" onClick={() => list('file')}>
          List whole file
        </button>
      </div>
      {found.value && <Found {...found.value} />}
    </section>
  );
}

function Found({ audit, csv, where }: { audit: Audit; csv: string; where: string }) {
  const { pictures, isWhole } = audit;
  if (pictures.length === 0) return <p class="hint">{`Nothing ${where} was made with Variegate.`}</p>;
  const usd = pictures.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  const unknown = pictures.filter(({ costUsd }) => costUsd === null).length;
  return (
    <>
      <p class="hint">{`${isWhole ? '' : 'The first '}${pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`} ${where}, ${formatUsd(usd)}${unknown > 0 ? ` and ${unknown} of unknown price` : ''}.`}</p>
      <LongList label={`Pictures ${where}`} count={pictures.length} textOf={(index) => lineOf(pictures[index])} />
      <Report text={csv} label="Pictures as CSV" button="Copy CSV" />
    </>
  );
}

function lineOf(picture: Audit['pictures'][number] | undefined): string {
  if (!picture) return '';
  const engine = picture.isOfflinePreview ? 'offline preview' : (imageModel(picture.model)?.label ?? picture.model);
  return `${picture.name}: ${engine}, ${picture.date.slice(0, 10)}, ${formatUsd(picture.costUsd)}`;
}
