// Every picture of the sample document: its file name, size and scene. Painted by `node playground/sample/paint.mjs`.
import { city } from './city.ts';
import { dunes } from './dunes.ts';
import { forest } from './forest.ts';
import { mountains } from './mountains.ts';
import { defaultFinish, type Finish, type Scene } from './painting.ts';
import { sea } from './sea.ts';
import { ceramicsOnShelf, orangesByWindow } from './stillLife.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scene: Scene;
  readonly finish: Finish;
}

export const pictures = {
  'mountain-lake': { width: 1600, height: 1000, scene: mountains, finish: { ...defaultFinish, exposure: 0.95, vignette: 0.18 } },
  dunes: { width: 960, height: 720, scene: dunes, finish: { ...defaultFinish, exposure: 0.8 } },
  harbour: { width: 960, height: 720, scene: city, finish: { ...defaultFinish, exposure: 1.15, samples: 3 } },
  'evening-sea': { width: 960, height: 720, scene: sea, finish: { ...defaultFinish, exposure: 0.85, samples: 3 } },
  birches: { width: 960, height: 1200, scene: forest, finish: { ...defaultFinish, exposure: 0.75, samples: 2 } },
  ceramics: { width: 960, height: 720, scene: ceramicsOnShelf, finish: defaultFinish },
  oranges: { width: 960, height: 720, scene: orangesByWindow, finish: defaultFinish },
} satisfies Record<string, Picture>;

export type PictureName = keyof typeof pictures;
