// One picture of the refine loop: a run of its own with the words of its fields, kept in Results.
import { nearestShape } from '../../../core/aspect.ts';
import type { PromptFields } from '../../../core/fields.ts';
import { languageOf } from '../../../core/language.ts';
import { imageOf } from '../../../core/job.ts';
import { renderParagraph } from '../../../core/paragraph/render.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { RefineTier } from '../../../core/refine/loop.ts';
import type { PlaceMode } from '../../../core/request.ts';
import { changeRefining, draftMaker, finalMaker, refining } from '../../store/refine.ts';
import { findJob } from '../../store/runs.ts';
import type { Effects } from '../effects.ts';
import type { FrozenRun } from '../freeze.ts';
import { startRun } from '../startRun.ts';

/** What was set in Create when the loop was started. */
export interface Base {
  readonly frozen: FrozenRun;
  readonly place: PlaceMode;
  /** Aborts the loop. */
  readonly abort: AbortController;
  /** What the judge is shown of each picture, by its job. */
  readonly shown: Map<string, Promise<Uint8Array>>;
}

interface Wanted {
  readonly tier: RefineTier;
  readonly fields: PromptFields;
  readonly summary: string;
}

/** Adds the round, judged or not; one that was refused or broke is a round that cannot be judged. Rejects with CANCELLED alone. */
export async function makeRound(effects: Effects, base: Base, { tier, fields, summary }: Wanted): Promise<void> {
  const now = refining.value;
  if (!now) return;
  const id = `${now.id}-${now.rounds.length + 1}`;
  changeRefining({ doing: tier === 'final' && now.rules.hasFinal ? 'Making the last picture' : `Making picture ${now.rounds.length + 1}` });
  await startRun(effects, frozenRound(base, id, { tier, fields, summary }));
  const jobId = `${id}/0`;
  const state = findJob(jobId)?.entry.job.value.state;
  const isMade = state !== undefined && imageOf(state) !== null;
  changeRefining({ rounds: [...(refining.value?.rounds ?? []), { tier, jobId, fields, summary, scores: [], critique: null, isUnjudged: !isMade, isProposalUsed: false, isFlattered: false }] });
}

function frozenRound({ frozen }: Base, id: string, { tier, fields, summary }: Wanted): FrozenRun {
  const { card, sizeClass, usd } = tier === 'final' ? finalMaker.value : draftMaker.value;
  const text = renderParagraph(fields, languageOf(fields.subject.text));
  const recipe = recipeOf('refine');
  const { draft } = frozen;
  return {
    ...frozen,
    id,
    recipe,
    card,
    sizeClass,
    shape: nearestShape(frozen.target, card, sizeClass),
    draft: { ...draft, recipe: 'refine', count: 1, place: 'keep' },
    template: recipe.prompt({ brief: '', closeness: draft.closeness, axes: [], references: draft.references.map(({ role }) => role), wantsDirections: true }),
    templates: [],
    planWords: null,
    directions: [{ id: 'r0', caption: summary, text, axes: [] }],
    fields: [fields],
    eachUsd: usd ?? 0,
    extrasUsd: 0,
    mayReuse: false,
  };
}
