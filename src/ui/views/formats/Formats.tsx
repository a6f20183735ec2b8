// "Every format" in Create: the approved picture, its focal point and the frames; its button; and the contact sheet.
import { X } from 'lucide';
import { FOCAL_POINTS, ratioText } from '../../../core/formats/formats.ts';
import type { FocalChoice } from '../../../core/formats/formats.ts';
import { imageOf } from '../../../core/job.ts';
import { changeFormats, closeFormats, putIntoFrames, startFormats } from '../../formatsActions.ts';
import { engine, sourceResult } from '../../store/draft.ts';
import { formatFrames, formatsDraft, formatsLabel, formatting, masterLayer } from '../../store/formats.ts';
import { findJob } from '../../store/runs.ts';
import { selection } from '../../store/selection.ts';
import { Icon } from '../parts/Icon.tsx';
import { Select } from '../parts/Select.tsx';

const FOCALS: readonly { value: FocalChoice; label: string }[] = [
  { value: 'auto', label: 'Where most stands out' },
  ...(Object.keys(FOCAL_POINTS) as Exclude<FocalChoice, 'auto'>[]).map((value) => ({ value, label: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}` })),
];

export function FormatsChoices() {
  const master = masterLayer.value;
  const frames = formatFrames.value;
  return (
    <div class="refine-options">
      {sourceResult.value || !master ? (
        <p class="hint">{sourceResult.value ? `From “${sourceResult.value.caption}”.` : 'Select the approved picture and the frames it should fit.'}</p>
      ) : (
        <Select label="Approved" value={master.id} options={selection.value.layers.map(({ id, name }) => ({ value: id, label: name }))} onChange={(masterId) => changeFormats({ masterId })} />
      )}
      <Select label="Focal point" value={formatsDraft.value.focal} options={FOCALS} onChange={(focal) => changeFormats({ focal })} />
      {frames.length > 0 && (
        <ul class="improve" aria-label="Frames to fit">
          {frames.map(({ id, name, box }) => (
            <li key={id}>{`${name}, ${ratioText(box)}`}</li>
          ))}
        </ul>
      )}
      {engine.value === 'offline' && <p class="hint">Without AI the picture is cropped around its focal point.</p>}
    </div>
  );
}

export function MakeFormats({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => startFormats()}>
      {formatsLabel.value}
    </button>
  );
}

export function FormatsPanel() {
  const now = formatting.value;
  if (!now) return null;
  const images = now.made.map(({ jobId }) => {
    const state = findJob(jobId)?.entry.job.value.state;
    return state ? imageOf(state) : null;
  });
  const made = images.filter((image) => image !== null).length;
  return (
    <section class="card refine" aria-label="Formats">
      <div class="card-head">
        <p class="name">{now.name}</p>
        <span class="facts">{`${made} of ${now.made.length} formats`}</span>
        {!now.isRunning && (
          <button type="button" class="icon-button" aria-label="Close the formats" title="Close" onClick={() => closeFormats()}>
            <Icon of={X} />
          </button>
        )}
      </div>
      <ul class="contact" aria-label="Contact sheet">
        {now.made.map(({ frame, jobId }, index) => {
          const url = images[index]?.thumbnailUrl.value;
          return (
            <li key={jobId}>
              {url ? <img class="edged" src={url} alt="" /> : <span class="contact-none" style={{ aspectRatio: String(frame.box.width / frame.box.height) }} />}
              <span class="facts">{`${frame.name}, ${ratioText(frame.box)}`}</span>
            </li>
          );
        })}
      </ul>
      {!now.isRunning && made > 0 && (
        <button type="button" class="button" onClick={() => putIntoFrames()}>
          {made === 1 ? 'Put it into its frame' : `Put all ${made} into their frames`}
        </button>
      )}
    </section>
  );
}
