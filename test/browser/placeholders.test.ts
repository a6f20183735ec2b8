// The engine "Placeholders", which was added as one file and one line, as built, in Chromium.
import { describe, expect, it } from 'vitest';
import { onStage } from './onStage.ts';
import { finished, madeLayers, start } from './steps.ts';

const { openPage } = onStage();

describe('a provider of one file and one line', () => {
  it('[PC9] is in Settings, makes pictures in the right ratio for nothing, and marks them as made without AI', async () => {
    const opened = await openPage();
    const { plugin } = opened;
    await plugin.getByRole('button', { name: 'Got it' }).click();
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'Placeholders (no AI)' });
    await plugin.getByRole('button', { name: 'Back' }).click();
    await opened.select('Photo card');
    await plugin.getByText('Placeholders (no AI): chosen in Settings.').waitFor();
    const before = await opened.layers();
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    const made = madeLayers(before, await opened.layers());
    const card = before.find(({ name, depth }) => name === 'Photo card' && depth === 0);
    expect(made).toHaveLength(2);
    for (const { width, height, name } of made) {
      expect(width / height).toBeCloseTo((card?.width ?? 0) / (card?.height ?? 1), 2);
      expect(name).toContain('offline preview');
    }
    expect(opened.problems).toEqual([]);
  }, 90_000);
});
