// The two questions of a storyboard: its shot list, and what does not match in its pictures.
import { changeStory, changeStoryboard, continuityTask, shotsTask, story } from '../../store/storyboard.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from '../studio/ask.ts';
import { pictureOf } from '../stops.ts';

/** Twelve of them are still a small request; enough to tell a red scarf from a blue one (px). */
const LOOKED_EDGE = 768;

/** Writes the list over what was there. */
export function writeShots(effects: Effects): Promise<void> {
  const task = shotsTask();
  return whileAsking(effects, `Writing ${task.count} shots`, async (asked) => {
    const { answer } = await askStudio(effects, asked, { task, images: [] });
    changeStory({ sheet: answer.sheet, look: answer.look, shots: answer.shots });
    say(`${answer.shots.length} shots are written: change what you like, then make them`);
  });
}

export function checkContinuity(effects: Effects): Promise<void> {
  return whileAsking(effects, 'Looking for what does not match', async (asked) => {
    const now = story.value;
    if (!now) return;
    // The answer counts pictures; panels without one are passed over.
    const places = now.told.flatMap(({ jobId }, index) => (pictureOf(jobId) ? [index] : []));
    const images = await Promise.all(places.map(async (index) => {
      const image = pictureOf(now.told[index]?.jobId ?? null);
      return { role: 'subject' as const, bytes: await effects.pixels.jpegCopy(image ? await readBlob(image.file) : new Uint8Array(), LOOKED_EDGE, asked.abort.signal) };
    }));
    const { answer } = await askStudio(effects, asked, { task: continuityTask(now), images });
    const mismatches = answer.mismatches.map((each) => ({ ...each, redo: places[each.redo] ?? each.redo, shots: each.shots.map((shot) => places[shot] ?? shot) }));
    changeStoryboard({ mismatches });
    say(mismatches.length === 0 ? 'Nothing was found that does not match' : `${mismatches.length === 1 ? '1 thing does' : `${mismatches.length} things do`} not match`);
  });
}
