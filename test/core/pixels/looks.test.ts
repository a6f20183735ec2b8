// Plans of looks, and what rendering them promises.
import { describe, expect, it } from 'vitest';
import type { Axis, Closeness } from '../../../src/core/prompt.ts';
import { AXIS_ORDER } from '../../../src/core/prompt.ts';
import type { Look } from '../../../src/core/pixels/look.ts';
import { planLooks } from '../../../src/core/pixels/planLooks.ts';
import type { LookRecipe, LookTask } from '../../../src/core/pixels/lookParts.ts';
import { runToEnd } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';
import { renderLook } from '../../../src/core/pixels/renderLook.ts';
import { difference, drawn, photo, pixelAt, sketch } from './pictures.ts';

const RECIPES: readonly LookRecipe[] = ['variants', 'fromBrief', 'sketchToConcept', 'restyle'];

function plan(task: Partial<LookTask>): Look[] {
  return planLooks({ recipe: 'variants', count: 4, axes: AXIS_ORDER, brief: '', closeness: 3, seed: 1, ...task });
}

function render(look: Look, source: Raster | null, width = 96, height = 72): Raster {
  return runToEnd(renderLook(look, source, { width, height }));
}

describe('planLooks', () => {
  it.each(RECIPES)('[LK1] %s: as many looks as asked for, 1 to 8, ids unique', (recipe) => {
    for (const count of [1, 4, 8]) {
      const looks = plan({ recipe, count });
      expect(looks).toHaveLength(count);
      expect(new Set(looks.map(({ id }) => id)).size).toBe(count);
    }
    expect(plan({ recipe, count: 99 })).toHaveLength(8);
  });

  it.each(RECIPES)('[LK2] %s: a look survives JSON', (recipe) => {
    const looks = plan({ recipe, count: 8 });
    expect(JSON.parse(JSON.stringify(looks))).toEqual(looks);
  });

  it.each(RECIPES)('[LK3] %s: equal tasks give equal plans, another seed another one', (recipe) => {
    expect(plan({ recipe })).toEqual(plan({ recipe }));
    expect(plan({ recipe, seed: 2 })).not.toEqual(plan({ recipe, seed: 1 }));
  });

  it.each(AXIS_ORDER)('[LK4] only %s ticked: no look changes anything else', (axis) => {
    for (const closeness of [1, 3, 5] as const) {
      for (const look of plan({ axes: [axis], closeness, count: 8 })) expect(look.axes).toEqual([axis]);
    }
  });

  it('[LK5] only ticked axes are named, whatever the recipe', () => {
    const axes: readonly Axis[] = ['colour', 'lighting'];
    for (const recipe of RECIPES) {
      for (const look of plan({ recipe, axes, count: 8 })) expect(axes).toEqual(expect.arrayContaining([...look.axes]));
    }
  });

  it.each(['style', 'colour', 'lighting', 'composition', 'mood'] as const)('[LK6] eight looks along %s alone differ in their steps', (axis) => {
    const looks = plan({ axes: [axis], count: 8 });
    expect(new Set(looks.map(({ steps }) => JSON.stringify(steps))).size).toBe(8);
  });

  it.each([['in pencil please', 'pencil'], ['as a WATERCOLOR', 'watercolour'], ['halftone comic', 'halftone'], ['cut paper, layered', 'cutPaper']])(
    '[LK7] "%s" begins with that style',
    (brief, kind) => {
      expect(plan({ brief, seed: 5 })[0]?.steps.some((step) => step.kind === kind)).toBe(true);
    },
  );

  it('[LK8] a rainy evening city becomes a rainy skyline at dusk or in rain', () => {
    const [first] = plan({ recipe: 'fromBrief', brief: 'A rainy evening in a big city' });
    const [step] = first?.steps ?? [];
    expect(step?.kind === 'scene' && step.options).toMatchObject({ composition: 'skyline', isRainy: true, isNight: true });
    expect(first?.caption).toMatch(/dusk|rainy/);
  });

  it('[LK9] words that no table knows still choose colours, always the same ones', () => {
    const [first] = plan({ recipe: 'fromBrief', brief: 'Zorblax quintessence' });
    const [other] = plan({ recipe: 'fromBrief', brief: 'Fnord' });
    expect(plan({ recipe: 'fromBrief', brief: 'Zorblax quintessence' })[0]).toEqual(first);
    expect(other?.steps).not.toEqual(first?.steps);
  });

  it('[LK10] from a brief every look composes another picture', () => {
    const kinds = plan({ recipe: 'fromBrief', brief: 'hello', count: 8 }).map(({ steps }) => (steps[0]?.kind === 'scene' ? steps[0].options.composition : ''));
    expect(new Set(kinds).size).toBe(8);
  });

  it.each([[], ['lighting'], ['colour', 'mood'], ['composition'], ['style']] as const)('[LK22] from a brief no two looks are alike with %j ticked', (...axes) => {
    const looks = plan({ recipe: 'fromBrief', brief: 'a quiet harbour at dusk, two boats, mist', axes, count: 8 });
    const kinds = looks.map(({ steps }) => {
      const [first] = steps;
      return first?.kind === 'scene' ? `${first.options.composition} ${String(first.options.colours)} ${first.options.isNight} ${steps.length}` : '';
    });
    expect(new Set(kinds).size).toBe(8);
  });

  it('[LK11] a given palette colours every look', () => {
    const palette = [[10, 20, 30], [60, 20, 90], [200, 40, 40], [230, 180, 90], [250, 250, 240]] as const;
    for (const look of plan({ recipe: 'restyle', palette, axes: ['colour'], closeness: 3, count: 1 })) {
      expect(look.steps.slice(-1)).toMatchObject([{ kind: 'regrade', options: { colours: palette } }]);
    }
  });

  it('[LK12] captions have 1 to 7 words, and words are one sentence', () => {
    for (const recipe of RECIPES) {
      for (const { caption, words } of plan({ recipe, count: 8, brief: 'coffee' })) {
        expect(caption.split(' ').length).toBeLessThanOrEqual(7);
        expect(words).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('renderLook', () => {
  it.each(RECIPES)('[LK13] %s: exactly the size asked for, opaque', (recipe) => {
    for (const look of plan({ recipe, count: 8, brief: 'forest at night' })) {
      const result = render(look, recipe === 'fromBrief' ? null : photo(120, 90), 91, 57);
      expect([result.width, result.height]).toEqual([91, 57]);
      expect(result.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
    }
  });

  it.each(RECIPES)('[LK14] %s: same look, source and size give the same bytes', (recipe) => {
    for (const look of plan({ recipe, count: 3 })) {
      expect(difference(render(look, photo(48, 36), 48, 36), render(look, photo(48, 36), 48, 36))).toBe(0);
    }
  });

  it('[LK15] every style changes a photograph, and no two alike', () => {
    const source = photo(96, 72);
    const results = plan({ axes: ['style'], count: 8, closeness: 1 }).map((look) => render(look, source));
    for (const [i, result] of results.entries()) {
      expect(difference(result, source)).toBeGreaterThan(1);
      for (const other of results.slice(i + 1)) expect(difference(result, other)).toBeGreaterThan(1);
    }
  });

  it.each([[1, 5], [2, 4]] as const)('[LK16] closeness %i strays further than %i', (loose, close) => {
    const source = photo(96, 72);
    const strays = (closeness: Closeness): number =>
      plan({ axes: ['colour'], closeness, count: 4 }).reduce((sum, look) => sum + difference(render(look, source), source), 0);
    expect(strays(loose)).toBeGreaterThan(strays(close));
  });

  it('[LK17] a drawing is coloured in, its lines stay', () => {
    const source = sketch(160, 120);
    for (const look of plan({ recipe: 'sketchToConcept', axes: ['colour'], count: 4 })) {
      const result = render(look, source, 160, 120);
      const [red = 0, green = 0, blue = 0] = pixelAt(result, 80, 60);
      expect(Math.min(red, green, blue)).toBeLessThan(250);
      expect((pixelAt(result, 48, 60)[1] ?? 0) + 25).toBeLessThan(green);
    }
  });

  it('[LK18] a source of another ratio is covered and centred, not stretched', () => {
    const source = drawn(200, 100, (x) => (x < 50 || x >= 150 ? [255, 0, 0] : [0, 0, 255]));
    const asItIs: Look = { id: 'x', caption: 'x', words: 'X.', axes: [], share: 1, steps: [] };
    const result = render(asItIs, source, 60, 60);
    expect(pixelAt(result, 2, 30)).toEqual([0, 0, 255, 255]);
    expect(pixelAt(result, 57, 30)).toEqual([0, 0, 255, 255]);
  });

  it('[LK19] mirroring turns left to right and nothing else', () => {
    const source = drawn(10, 4, (x) => [x * 20, 0, 0]);
    const look: Look = { id: 'x', caption: 'x', words: 'X.', axes: ['composition'], share: 1, steps: [{ kind: 'reframe', options: { mirror: true, zoom: 1, x: 0.5, y: 0.5 } }] };
    expect(pixelAt(render(look, source, 10, 4), 0, 0)).toEqual([180, 0, 0, 255]);
  });

  it('[LK20] yields often: no slice is more than a small part of the work', () => {
    const [look] = plan({ axes: ['style'], brief: 'oil painting' });
    const work = look ? renderLook(look, photo(400, 300), { width: 400, height: 300 }) : null;
    let slices = 0;
    let last = 0;
    for (let step = work?.next(); step && !step.done; step = work?.next()) {
      expect(step.value).toBeGreaterThanOrEqual(last - 1e-9);
      last = step.value;
      slices += 1;
    }
    expect(slices).toBeGreaterThan(20);
  });

  it.each([[1, 1], [1, 64], [3, 2], [500, 1]])('[LK21] draws pictures of %i × %i too', (width, height) => {
    for (const recipe of ['variants', 'fromBrief', 'sketchToConcept'] as const) {
      for (const look of plan({ recipe, count: 4 })) expect(render(look, photo(5, 5), width, height)).toMatchObject({ width, height });
    }
  });
});
