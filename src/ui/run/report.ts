// The text of "Copy report": what a maintainer needs, without key, pixels, layer names or the designer's words.
import { asksForDirections } from '../../core/prompt.ts';
import { card, draft, engine, promptShown, shape, sizeClass } from '../store/draft.ts';
import { allJobs } from '../store/runs.ts';
import { selection } from '../store/selection.ts';
import { alert, canEdit, connection } from '../store/session.ts';

export function writeReport(nowMs: number): string {
  const states = allJobs.value.map((entry) => entry.job.value.state.at);
  const failures = allJobs.value.flatMap((entry) => {
    const state = entry.job.value.state;
    return state.at === 'failed' ? [`${state.error.code}: ${state.error.details.cause ?? 'no cause'}`] : [];
  });
  return [
    `Variegate build ${__BUILD__}, ${new Date(nowMs).toISOString()}`,
    `Connection ${connection.value}, can edit ${canEdit.value}`,
    `Engine ${engine.value}, model ${card.value.id}, size ${sizeClass.value}, ratio ${shape.value.ratio ?? 'free'}`,
    `Recipe ${draft.value.recipe}, count ${draft.value.count}, references ${draft.value.references.length}`,
    `Prompt ${promptShown.value.length} characters, directions ${asksForDirections(promptShown.value)}`,
    `Selection ${selection.value.layers.map((layer) => layer.type).join(', ') || 'none'}, refusal ${selection.value.refusal?.code ?? 'none'}`,
    `Jobs ${states.join(', ') || 'none'}`,
    ...(alert.value ? [`Alert ${alert.value.error.code}: ${alert.value.error.details.cause ?? 'no cause'}`] : []),
    ...failures,
  ].join('\n');
}
