// The comparison as a frame on the canvas.
import { reportBoard } from '../../../core/compare/report.ts';
import { sayDifference } from '../../../core/compare/words.ts';
import { comparing, differences, figures } from '../../store/compare.ts';
import type { Comparing } from '../../store/compare.ts';
import type { Effects } from '../effects.ts';
import { placeBoard } from '../placeBoard.ts';
import { say } from '../say.ts';

export async function placeReport(effects: Effects): Promise<void> {
  const now = comparing.value;
  if (!now) return;
  const rows = figures.value.map(({ arm, won, votes, ...rest }) => ({ ...rest, label: arm.label, votes: votes === 0 ? '' : `${won} of ${votes}` }));
  const date = new Date(effects.nowMs()).toISOString().slice(0, 10);
  await placeBoard(effects, reportBoard({ date, rows, sentences: sentencesOf(now), briefs: now.briefs }));
  say('The report is on the canvas');
}

/** "Gemini 3 Pro Image against Nano Banana 2.1, quality: too few to tell". */
export function sentencesOf({ arms }: Comparing): string[] {
  return differences.value.flatMap(({ a, b, differences: all }) => all.map((each) => `${arms[b]?.label ?? ''} against ${arms[a]?.label ?? ''}, ${each.measure}: ${sayDifference(each)}`));
}
