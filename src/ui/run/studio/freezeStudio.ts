// Freezes what Make means in Prompts: one given direction for each picture, so that nothing is planned and what was shown is sent.
import { VariegateError } from '../../../core/errors.ts';
import { DIRECTION_TOKEN } from '../../../core/prompt.ts';
import type { Draft } from '../../../core/request.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import { card, draft, editsInARow, engine, shape, sizeClass, sourceSize } from '../../store/draft.ts';
import { selection } from '../../store/selection.ts';
import { settings } from '../../store/session.ts';
import { studioDraft } from '../../store/studio.ts';
import { frame, planned, studioEstimate, studioObstacle } from '../../store/studioRun.ts';
import { frozenPiece, frozenSource } from '../freeze.ts';
import { refuseUnfit } from '../refuseUnfit.ts';
import type { FrozenRun } from '../freeze.ts';

/** Throws what stands in the way: nothing to read, no words, or words that must not be sent as they are. */
export function freezeStudio(id: string): FrozenRun {
  const inTheWay = studioObstacle.value;
  if (inTheWay) throw new VariegateError(inTheWay.code, { name: inTheWay.name });
  const prompts = planned.value;
  if (prompts.length === 0) throw new VariegateError('PROMPT_EMPTY');
  prompts.forEach((prompt) => refuseUnfit(prompt.paragraph));
  const template = [frame.value, DIRECTION_TOKEN].filter((part) => part !== '').join('\n');
  const { imagesUsd, extrasUsd } = studioEstimate.value;
  return {
    id,
    draft: draftOf(template, prompts.length),
    recipe: recipeOf(studioDraft.value.start),
    provider: engine.value,
    card: card.value,
    sizeClass: sizeClass.value,
    shape: shape.value,
    template,
    planWords: null,
    directions: prompts.map(({ caption, paragraph }, index) => ({ id: `p${index}`, caption, text: paragraph, axes: [] })),
    templates: [],
    fields: prompts.map((prompt) => prompt.fields),
    textModel: settings.value.textModel,
    source: frozenSource(),
    layers: selection.value.layers.map((layer) => ({ id: layer.id, box: layer.box })),
    sourcePiece: frozenPiece(),
    references: [],
    target: sourceSize.value,
    eachUsd: (imagesUsd ?? 0) / prompts.length,
    extrasUsd,
    edits: studioDraft.value.start === 'fromBrief' ? 0 : editsInARow.value,
  };
}

function draftOf(template: string, count: number): Draft {
  return { ...draft.value, recipe: studioDraft.value.start, brief: studioDraft.value.idea, exactPrompt: template, count, references: [] };
}

