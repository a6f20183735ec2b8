// A critique without AI: only what can be measured of a picture, said as that. Whether it shows what was asked for, no measure tells.
import type { FieldId, FieldTexts, PromptFields } from '../fields.ts';
import { clamp01 } from '../maths.ts';
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import type { CritiqueAnswer, CritiqueTask, Judgement } from '../studio/tasks.ts';
import { compositionWords, lightWords } from './measured.ts';

interface Finding {
  readonly judgement: Judgement;
  readonly improve: string;
  readonly field: FieldId;
  readonly adds: string;
}

/** English, whatever the task's language; held against references where there are some, else against ranges of ours. */
export function critiqueByMeasures(task: CritiqueTask, own: PictureMeasures, references: readonly PictureMeasures[]): CritiqueAnswer {
  const composition = composed(own);
  const style = toned(own, references);
  const [weaker, other] = [composition, style].sort((a, b) => a.judgement.score - b.judgement.score);
  const chosen = [weaker, other].find((finding) => finding !== undefined && !task.fields[finding.field].isLocked && !says(task.fields, finding));
  return {
    is: 'critique',
    sees: `${lightWords(own)}; ${compositionWords(own)}`,
    scores: { composition: composition.judgement, style: style.judgement },
    improve: [weaker, other].flatMap((finding) => (finding && finding.judgement.score < 10 ? [finding.improve] : [])),
    fields: chosen && chosen.judgement.score < 10 ? changeOf(task.fields, chosen) : {},
    summary: chosen && chosen.judgement.score < 10 ? chosen.improve : 'Nothing to measure that could be better',
  };
}

// One thing stands out and is neither lost nor everywhere; thresholds are those of the measures in words.
function composed({ masses, edges }: PictureMeasures): Finding {
  if (masses.length === 0) return finding(4, 'nothing stands out from the ground', 'One clear main thing', 'camera', 'one clear main thing, plain ground around it');
  const crowd = clamp01((edges - 0.1) / 0.12);
  return finding(10 - 5 * crowd, crowd > 0.2 ? 'detail everywhere, little rest for the eye' : 'measures calm enough', 'More empty space', 'camera', 'generous empty space');
}

function toned({ contrast, chroma, lightness }: PictureMeasures, references: readonly PictureMeasures[]): Finding {
  const wanted = (read: (measures: PictureMeasures) => number, usual: number) => (references.length === 0 ? usual : references.reduce((sum, each) => sum + read(each), 0) / references.length);
  const gaps = [
    { gap: (contrast - wanted((of) => of.contrast, 0.45)) / 0.45, less: ['Stronger contrast', 'lighting', 'strong directional light with clear shadows'], more: ['Softer light', 'lighting', 'soft even light'] },
    { gap: (chroma - wanted((of) => of.chroma, 0.08)) / 0.12, less: ['Richer colour', 'palette', 'rich saturated colours'], more: ['Quieter colour', 'palette', 'muted colours'] },
    { gap: (lightness - wanted((of) => of.lightness, 0.58)) / 0.5, less: ['Brighter', 'lighting', 'bright airy light'], more: ['Darker', 'lighting', 'deep low-key light'] },
  ] as const;
  const largest = gaps.reduce((most, each) => (Math.abs(each.gap) > Math.abs(most.gap) ? each : most));
  const [improve, field, adds] = largest.gap < 0 ? largest.less : largest.more;
  return finding(10 - 10 * clamp01(Math.abs(largest.gap)), `measures ask for: ${improve.toLowerCase()}`, improve, field, adds);
}

function finding(score: number, reason: string, improve: string, field: FieldId, adds: string): Finding {
  return { judgement: { score: Math.round(score), reason }, improve, field, adds };
}

function says(fields: PromptFields, { field, adds }: Finding): boolean {
  return fields[field].text.includes(adds);
}

function changeOf(fields: PromptFields, { field, adds }: Finding): FieldTexts {
  const before = fields[field].text.trim();
  return { [field]: before === '' ? adds : `${before}, ${adds}` };
}
