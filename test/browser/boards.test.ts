// "Every format" and "Mood board" as built, in Chromium, by role and name.
import { describe, expect, it } from 'vitest';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { madeLayers, setUpGemini } from './steps.ts';

const LIMIT_MS = 120_000;
const { openPage, gemini } = onStage();
const images = () => gemini().requests.filter(({ kind }) => kind === 'image');

describe('the recipe Every format', () => {
  it('[YG1] sends the approved picture once for each other frame in the frame’s own ratio, shows a contact sheet, and fills the frames when asked', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    const before = await opened.layers();
    await plugin.getByRole('radio', { name: 'Every format' }).click();
    await opened.select('Sketch / Desk lamp', 'Photo card', 'Hero / Desktop');
    await plugin.getByRole('combobox', { name: 'Approved' }).selectOption({ label: 'Hero / Desktop' });
    expect(await plugin.getByRole('list', { name: 'Frames to fit' }).getByRole('listitem').count()).toBe(2);
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('room for a headline, by format');
    await plugin.getByRole('button', { name: 'Make 2 formats · about $0.067' }).click();
    await plugin.getByRole('region', { name: 'Formats', exact: true }).getByText('2 of 2 formats').waitFor({ timeout: 60_000 });
    expect(images()).toHaveLength(2);
    const sent = images().map(({ body }) => JSON.stringify(body));
    expect(sent.every((body) => body.includes('inlineData') && body.includes('Recompose it for a'))).toBe(true);
    expect(new Set(sent.map((body) => /"aspectRatio":"([^"]+)"/.exec(body)?.[1])).size).toBe(2);
    await expect.poll(async () => madeLayers(before, await opened.layers()).length).toBe(2);
    const made = madeLayers(before, await opened.layers());
    const card = before.find(({ name, depth }) => name === 'Photo card' && depth === 0);
    expect(made.some(({ width, height }) => Math.abs(width / height - (card?.width ?? 0) / (card?.height ?? 1)) < 0.01)).toBe(true);
    await plugin.getByRole('button', { name: 'Put all 2 into their frames' }).click();
    await plugin.getByRole('status').getByText('2 frames have their picture; "Restore" takes one back').waitFor();
    expect((await opened.layers()).find(({ id }) => id === card?.id)?.imageHashes.length).toBeGreaterThan(0);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YG2] without a key crops around the focal point, says so, and says what to select', async () => {
    const opened = await openPage();
    const { plugin } = opened;
    await plugin.getByRole('button', { name: 'Got it' }).click();
    await plugin.getByRole('radio', { name: 'Every format' }).click();
    await plugin.getByText('Without AI the picture is cropped around its focal point.').waitFor();
    await opened.select('Photo card');
    await plugin.getByRole('button', { name: /^Make 0 formats/ }).click();
    await plugin.getByRole('status').getByText('Select the approved picture and the frames it should fit').waitFor();
    await opened.select('Sketch / Desk lamp', 'Photo card');
    await plugin.getByRole('combobox', { name: 'Focal point' }).selectOption({ label: 'Left' });
    await plugin.getByRole('button', { name: 'Make 1 format · free' }).click();
    await plugin.getByRole('region', { name: 'Formats', exact: true }).getByText('1 of 1 formats').waitFor({ timeout: 60_000 });
    await plugin.getByRole('button', { name: 'Put it into its frame' }).waitFor();
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});

describe('the recipe Mood board', () => {
  it('[YG3] makes pictures and textures by one plan, and lays them out with palette and type in one undo step', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    const before = await opened.layers();
    await plugin.getByRole('radio', { name: 'Mood board' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('A quiet harbour hotel, by mood');
    await plugin.getByRole('spinbutton', { name: 'Pictures' }).fill('3');
    await plugin.getByRole('button', { name: 'Make mood board of 5 · about $0.17' }).click();
    await plugin.getByRole('status').getByText('The mood board is on the canvas').waitFor({ timeout: 60_000 });
    expect(gemini().requests.map(({ kind }) => kind)).toEqual(['text', ...Array.from({ length: 5 }, () => 'image')]);
    expect(JSON.stringify(gemini().requests[0]?.body)).toContain('The last 2 are textures');
    const board = (await opened.layers()).filter(({ id }) => !before.some((layer) => layer.id === id));
    expect(board.filter(({ imageHashes }) => imageHashes.length > 0)).toHaveLength(5);
    expect(board.some(({ name }) => name.startsWith('Colour #'))).toBe(true);
    expect(board.some(({ name }) => name === 'Type 2, letters')).toBe(true);
    await opened.undo();
    expect((await opened.layers()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await plugin.getByRole('button', { name: 'Place the board once more' }).click();
    await expect.poll(async () => (await opened.layers()).filter(({ name }) => name.startsWith('Mood board:')).length).toBe(1);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});
