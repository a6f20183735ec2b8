// The region "Selection" and the references: what will be sent, shown before it is.
import { describe, expect, test } from 'vitest';
import { useViews } from './support/useViews.ts';

const { open, calls } = useViews();

describe('Selection', () => {
  test('[VW10] shows name, type, size and what will be sent', async () => {
    const page = await open('ready');
    const region = page.getByRole('region', { name: 'Selection' });
    await expect.poll(() => region.innerText()).toContain('Hero / Desktop');
    await expect.poll(() => region.innerText()).toContain('Frame, 1440 × 960. Sent as 1264 × 848');
    expect(await region.locator('img').count()).toBe(1);
  });

  test('[VW10] offers the whole page when nothing is selected', async () => {
    const page = await open('nothingSelected');
    const region = page.getByRole('region', { name: 'Selection' });
    await expect.poll(() => region.innerText()).toContain('Nothing selected');
    await region.getByRole('button', { name: 'Use the whole page' }).click();
    expect(await calls(page)).toEqual([['useWholePage']]);
  });

  test('[VW10] gives a refusal its sentence from the table of errors', async () => {
    const page = await open('ready');
    await page.evaluate(() => {
      const { selection } = window.views.stores;
      selection.value = { ...selection.value, refusal: { code: 'SELECTION_EMPTY', name: 'Card' } };
    });
    await expect.poll(() => page.getByRole('region', { name: 'Selection' }).innerText()).toContain('Card is empty. There is nothing in it to look at.');
  });

  test('[VW10] shows a name with markup as the text it is', async () => {
    const page = await open('ready');
    await page.evaluate(() => {
      const { selection } = window.views.stores;
      const [layer] = selection.value.layers;
      if (layer) selection.value = { ...selection.value, layers: [{ ...layer, name: '<img src=x onerror="window.hacked=1">' }] };
    });
    await expect.poll(() => page.getByRole('region', { name: 'Selection' }).innerText()).toContain('<img src=x');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  test('[VW11] lets one pictured layer choose between its look and its picture', async () => {
    const page = await open('ready');
    await page.getByRole('radio', { name: 'The original picture' }).check();
    expect(await calls(page)).toEqual([['setView', 'original']]);
  });

  test('[VW11] offers no such choice for several layers', async () => {
    const page = await open('ready');
    await page.evaluate(() => {
      const { selection } = window.views.stores;
      selection.value = { ...selection.value, count: 2 };
    });
    expect(await page.getByRole('radio', { name: 'The original picture' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('region', { name: 'Selection' }).innerText()).toContain('2 layers');
  });

  test('[VW12] shows a result that stands in as source, and the way back', async () => {
    const page = await open('resultAsSource');
    const region = page.getByRole('region', { name: 'Selection' });
    await expect.poll(() => region.innerText()).toContain('Lamplit teal');
    await region.getByRole('button', { name: 'Use the selection instead' }).click();
    await expect.poll(() => region.innerText()).toContain('Hero / Desktop');
  });
});

describe('References', () => {
  test('[VW13] come from the selection', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: 'Add reference' }).press('Enter');
    await page.getByRole('button', { name: 'From the selection' }).press('Enter');
    expect(await calls(page)).toEqual([['addReferenceFromSelection']]);
  });

  test('[VW13] come from a file', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: 'Add reference' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'From a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'mood.png', mimeType: 'image/png', buffer: Buffer.from([1]) });
    await expect.poll(async () => (await calls(page)).map(([name]) => name)).toEqual(['addReferenceFiles']);
  });

  test.each(['drop', 'paste'])('[VW13] come by %s onto the window, pictures only', async (kind) => {
    const page = await open('ready');
    await page.evaluate((type) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'mood.png', { type: 'image/png' }));
      data.items.add(new File(['x'], 'notes.txt', { type: 'text/plain' }));
      const event = type === 'drop' ? new DragEvent(type, { dataTransfer: data, bubbles: true }) : new ClipboardEvent(type, { clipboardData: data, bubbles: true });
      document.body.dispatchEvent(event);
    }, kind);
    const sizes = await page.evaluate(() => window.views.calls.map(([name, files]) => [name, Array.isArray(files) ? files.length : -1]));
    expect(sizes).toEqual([['addReferenceFiles', 1]]);
  });

  test('[VW14] each has a role and can be removed', async () => {
    const page = await open('references');
    const second = page.getByRole('list', { name: 'References' }).getByRole('listitem').nth(1);
    await second.getByRole('combobox').selectOption({ label: 'Style' });
    await second.getByRole('button', { name: 'Remove' }).click();
    expect(await calls(page)).toEqual([
      ['setReferenceRole', 'night', 'style'],
      ['removeReference', 'night'],
    ]);
  });

  test('[VW14] says why no more can be added', async () => {
    const page = await open('firstStart');
    await page.getByRole('button', { name: 'Add reference' }).click();
    expect(await page.getByText('The offline preview looks at the source alone.').isVisible()).toBe(true);
  });
});
