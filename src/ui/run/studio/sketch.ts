// "Read sketch": says what was read in a drawing and what will be kept of it, fills the fields, and makes the drawing what Make starts from.
import { cleanText } from '../../../core/prompt.ts';
import { wishOf } from '../../../core/studio/wish.ts';
import { changeStudio, sketch, studioDraft, takeStep } from '../../store/studio.ts';
import { sketchTask } from '../../store/studioPrices.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from './ask.ts';
import { freezeLook, lookAt } from './look.ts';

/** The wish is the idea, or else the name of the frame. Rejects with what stands in the way or went wrong. */
export async function readSketch(effects: Effects, mayReuse = true): Promise<void> {
  const look = freezeLook();
  const wish = cleanText(studioDraft.value.idea) || wishOf(look.name);
  const asks = sketchTask(wish, []);
  await whileAsking(effects, `Reading ${look.name}`, async (asked) => {
    const { image, layers } = await lookAt(effects, look, 'sketch', asked.abort.signal);
    const { answer } = await askStudio(effects, asked, { task: { ...asks, layers }, images: [image] });
    const keeps = answer.keeps.map((text, index) => ({ id: `${asked.id}/${index}`, text, isKept: true }));
    sketch.value = { name: look.name, reads: answer.reads, keeps };
    takeStep(asked.id, `Read ${look.name}`, answer.fields);
    changeStudio({ start: 'sketchToConcept' });
    say(`Sketch read; ${keeps.length === 1 ? '1 thing is kept' : `${keeps.length} things are kept`}`);
  }, mayReuse);
}
