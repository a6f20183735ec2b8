import { describe, expect, it } from 'vitest';
import { estimateRun, formatUsd, makeLabel, usageUsd } from '../../src/core/cost.ts';
import type { RunShape } from '../../src/core/cost.ts';
import { IMAGE_MODELS, RETIRED_MODELS, TEXT_MODELS, imageModel, migrateImageModel, migrateTextModel, pixelSize, textModel, textPrices } from '../../src/core/model.ts';

function shape(id: string, patch: Partial<RunShape> = {}): RunShape {
  const card = imageModel(id);
  if (!card) throw new Error(`no card ${id}`);
  return { card, sizeClass: '1K', count: 4, inputs: 1, planner: null, isoDate: '2026-11-22', ...patch };
}

describe('the model table', () => {
  it('[MO1] has unique ids, a source and a date in every row', () => {
    const rows = [...IMAGE_MODELS, ...TEXT_MODELS];
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.source).not.toBe('');
      expect(row.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('[MO2] prices every size that a card offers; a gateway’s prices are unknown, never 0', () => {
    for (const card of IMAGE_MODELS.filter(({ provider }) => provider === 'gateway')) expect(card.imageUsd).toEqual({});
    for (const card of IMAGE_MODELS.filter(({ provider }) => provider !== 'gateway')) for (const size of card.sizes) expect(card.imageUsd[size]).toBeTypeOf('number');
  });

  it('[MO3] leads every fallback to a known card of the same kind, and ends', () => {
    for (const card of IMAGE_MODELS) if (card.fallback) expect(imageModel(card.fallback)).toBeDefined();
    for (const start of TEXT_MODELS) {
      const seen = new Set<string>();
      for (let id: string | null = start.id; id; id = textModel(id)?.fallback ?? null) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    }
  });

  it('[MO4] sends every retired id to a living one and says so', () => {
    for (const [old, next] of Object.entries(RETIRED_MODELS)) {
      expect(imageModel(old) ?? textModel(old)).toBeUndefined();
      const migrated = imageModel(next) ? migrateImageModel(old) : migrateTextModel(old);
      expect(migrated).toEqual({ id: next, replaced: old });
    }
    expect(migrateImageModel('gemini-3-pro-image')).toEqual({ id: 'gemini-3-pro-image', replaced: null });
    expect(migrateImageModel('made-up-model')).toEqual({ id: 'gemini-nano-banana-2.1', replaced: 'made-up-model' });
    expect(migrateTextModel('gemini-2.5-pro').id).toBe('gemini-4-hydrogen');
  });

  it('[MO5] doubles and quadruples the 1K pixels', () => {
    expect(pixelSize('16:9', '2K')).toEqual({ width: 2752, height: 1536 });
    expect(pixelSize('16:9', '4K')).toEqual({ width: 5504, height: 3072 });
  });

  it('[MO6] changes the price of a text model on its day', () => {
    const flash = textModel('gemini-3.8-flash');
    if (!flash) throw new Error('no flash');
    expect(textPrices(flash, '2026-12-31')?.outputUsd).toBe(3.75);
    expect(textPrices(flash, '2027-01-01')?.outputUsd).toBe(7.5);
  });
});

describe('prices', () => {
  it('[CO1] says "Make 4 · about $0.13" for four pictures of the default model', () => {
    expect(makeLabel(4, estimateRun(shape('gemini-nano-banana-2.1')))).toBe('Make 4 · about $0.13');
  });

  it('[CO2] says "free" for the offline engine and "price unknown" for a size without a price, never $0', () => {
    expect(makeLabel(4, estimateRun(shape('offline-preview-1')))).toBe('Make 4 · free');
    expect(makeLabel(2, estimateRun(shape('gemini-3.1-flash-lite-image', { sizeClass: '4K', count: 2 })))).toBe('Make 2 · price unknown');
  });

  it('[CO3] counts reading the inputs and planning apart, below a twentieth of a dollar', () => {
    const plain = estimateRun(shape('gemini-nano-banana-2.1', { inputs: 0 }));
    const planner = textModel('gemini-3.8-flash') ?? null;
    const full = estimateRun(shape('gemini-nano-banana-2.1', { inputs: 3, planner }));
    expect(full.imagesUsd).toBeCloseTo(0.1344, 6);
    expect(full.extrasUsd).toBeGreaterThan(plain.extrasUsd);
    expect(full.extrasUsd).toBeLessThan(0.05);
    expect(estimateRun(shape('offline-preview-1')).extrasUsd).toBe(0);
  });

  it('[CO4] takes what was spent from the usage the service reports', () => {
    const usage = { model: 'gemini-nano-banana-2.1', inputTokens: 1_000_000, outputTokens: 1_000_000, imageTokens: 1_000_000 };
    expect(usageUsd(usage, '2026-11-22')).toBeCloseTo(1.5 + 7.5 + 30, 9);
    expect(usageUsd({ ...usage, model: 'gemini-3.6-flash' }, '2026-11-22')).toBeNull();
    expect(usageUsd({ ...usage, model: 'offline-preview-1' }, '2026-11-22')).toBe(0);
  });

  it.each([
    [0, 'free'], [0.0004, 'under $0.001'], [0.0336, '$0.034'], [0.1344, '$0.13'], [2, '$2.00'], [null, 'price unknown'],
  ])('[CO5] writes %s as %s', (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });
});
