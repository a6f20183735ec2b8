// A style card without AI: the look as it measures, or as the words name it. English, and only what was measured or said.
import { fromLch, toHex } from '../colour.ts';
import { readBrief } from '../pixels/briefWords.ts';
import { colourName } from '../pixels/colourName.ts';
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import { cleanName } from '../prompt.ts';
import { CARD_LIMITS } from '../style/card.ts';
import type { CardAnswer, CardTask } from '../studio/tasks.ts';
import { LOOKS } from './looks.ts';
import type { NamedLook } from './looks.ts';
import { compositionWords, lightWords, moodWords, qualityWords, styleWords } from './measured.ts';

/** `measures` are those of the first picture; its colours are measured apart. */
export function cardByRules(task: CardTask, measures: PictureMeasures | null): CardAnswer {
  return measures ? measured(measures) : worded(task.words);
}

function measured(measures: PictureMeasures): CardAnswer {
  const mood = moodWords(measures);
  return {
    is: 'card',
    name: `${mood.charAt(0).toUpperCase()}${mood.slice(1)}`,
    rules: { medium: styleWords(measures), light: lightWords(measures), texture: qualityWords(measures), camera: compositionWords(measures), do: `stays ${mood}` },
    colours: [],
  };
}

/** The designer's words are the rule; the look of ours that shares most words with them fills in what they leave open. */
function worded(words: string): CardAnswer {
  const said = cleanName(words, CARD_LIMITS.rule);
  const look = nearestLook(said);
  const [palette] = readBrief(said).moods;
  const colours = palette ? palette.colours : [fromLch(0.24, 0.03, 60), fromLch(0.95, 0.02, 80), fromLch(0.6, 0.15, 40)];
  const { lighting, camera, quality } = look?.fields ?? {};
  return {
    is: 'card',
    name: cleanName(said.split(/[,.;]/)[0] ?? said, 40),
    rules: { medium: said, ...(lighting ? { light: lighting } : {}), ...(camera ? { camera } : {}), ...(quality ? { texture: quality } : {}) },
    colours: [...colours].reverse().map((rgb) => ({ hex: toHex(rgb), name: colourName(rgb) })),
  };
}

function nearestLook(words: string): NamedLook | null {
  const said = new Set(wordsIn(words));
  const scored = LOOKS.map((look) => ({ look, hits: wordsIn(`${look.title} ${Object.values(look.fields).join(' ')}`).filter((word) => said.has(word)).length }));
  const best = scored.reduce((most, each) => (each.hits > most.hits ? each : most));
  return best.hits > 0 ? best.look : null;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}
