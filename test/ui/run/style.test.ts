// Style cards and restyling against a world that remembers: what is asked, kept, sent and written, and what one failure costs.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { addScrim, applyAsLayers, placePart, redoPart, revertPart } from '../../../src/ui/run/style/applyLayers.ts';
import { addToCard } from '../../../src/ui/run/style/addToCard.ts';
import { applyAsPictures, redoApart } from '../../../src/ui/run/style/applyStyle.ts';
import { judgeFits } from '../../../src/ui/run/style/fits.ts';
import { editCard, exportCards, forgetCard, importCards, loadCards } from '../../../src/ui/run/style/cards.ts';
import { lookThrough } from '../../../src/ui/run/style/lookThrough.ts';
import { cardFromSelection, cardFromWords } from '../../../src/ui/run/style/makeCard.ts';
import { fits } from '../../../src/ui/store/fits.ts';
import { runs } from '../../../src/ui/store/runs.ts';
import { selection } from '../../../src/ui/store/selection.ts';
import { settings, spentToday, status } from '../../../src/ui/store/session.ts';
import * as style from '../../../src/ui/store/style.ts';
import { PLAN, createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { SELECTED_LAYER, resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
  world.answer = () => Promise.resolve({ is: 'card', name: 'Dusk gouache', rules: { medium: 'gouache', light: 'low sun' }, colours: [{ hex: '#20304a', name: 'ink' }, { hex: '#f2e9d8', name: 'cream' }] });
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const callsOf = (name: string) => world.calls.filter((call) => call.name === name).map(({ input }) => input);
const never = new AbortController().signal;
const select = (count: number) => {
  const layers = Array.from({ length: count }, (_, index) => ({ ...SELECTED_LAYER, id: `1:${index}`, name: `Frame ${index}` }));
  selection.value = { ...selection.value, layers, count, refusal: null };
};
const states = () => style.allParts.value.map(({ name, state }) => `${name} ${state.value.at}`);

async function withCard(): Promise<void> {
  style.changeStyle({ words: 'gouache at dusk' });
  await cardFromWords(world.effects);
}

async function withLayers(): Promise<void> {
  await withCard();
  await lookThrough(world.effects, never);
}

describe('a card', () => {
  it('[SY1] from words holds what the model wrote, is kept, chosen and paid for', async () => {
    await withCard();
    expect(style.chosenCard.value).toMatchObject({ id: 'SC-0000', version: 1, name: 'Dusk gouache', pictures: [], rules: { medium: 'gouache', line: '' } });
    expect(world.storedCards).toMatchObject({ version: 1, cards: [{ id: 'SC-0000' }] });
    expect(spentToday.value.usd).toBeGreaterThan(0);
    expect(style.styleDraft.value.words).toBe('');
  });

  it('[SY2] from up to six layers holds their pictures, and colours that were measured', async () => {
    select(8);
    await cardFromSelection(world.effects);
    const card = style.chosenCard.value;
    expect(card?.pictures).toHaveLength(6);
    expect(card?.swatches.map(({ hex, share }) => [hex, share])).toEqual([['#20304a', 0.7], ['#f2e9d8', 0.3]]);
    expect(world.asked[0]?.task).toMatchObject({ is: 'card', pictures: 6 });
    expect(world.asked[0]?.images.every(({ role }) => role === 'style')).toBe(true);
    expect(world.cardPictures.size).toBeGreaterThan(0);
  });

  it('[SY3] without words or a selection is refused before anything is asked; a failure keeps the words', async () => {
    expect(await codeOf(cardFromWords(world.effects))).toBe('LOOK_MISSING');
    selection.value = { ...selection.value, layers: [], count: 0, refusal: { code: 'NOTHING_SELECTED', name: '' } };
    expect(await codeOf(cardFromSelection(world.effects))).toBe('NOTHING_SELECTED');
    expect(world.asked).toEqual([]);
    world.answer = () => Promise.reject(new VariegateError('ANSWER_DECLINED'));
    style.changeStyle({ words: 'gouache' });
    expect(await codeOf(cardFromWords(world.effects))).toBe('ANSWER_DECLINED');
    expect([style.styleDraft.value.words, style.cards.value]).toEqual(['gouache', null]);
  });

  it('[SY4] is one version on after a change, and gone after Remove; what says the same is not saved', async () => {
    await withCard();
    await editCard(world.effects, 'SC-0000', { name: 'Dusk' });
    await editCard(world.effects, 'SC-0000', { name: 'Dusk' });
    expect(style.chosenCard.value).toMatchObject({ name: 'Dusk', version: 2 });
    expect(callsOf('saveCards')).toHaveLength(2);
    await forgetCard(world.effects, 'SC-0000');
    expect(style.cards.value).toEqual([]);
  });

  it('[SY5] that cannot be saved is not shown as if it were', async () => {
    world.refuse.set('saveCards', new VariegateError('STORAGE_FULL'));
    style.changeStyle({ words: 'gouache' });
    expect(await codeOf(cardFromWords(world.effects))).toBe('STORAGE_FULL');
    expect(style.cards.value).toBeNull();
  });

  it('[SY6] comes back after a restart; what is damaged counts as absent', async () => {
    await withCard();
    world.storedCards = { version: 1, cards: [...(world.storedCards as { cards: unknown[] }).cards, { id: 'SC-1111' }, 7] };
    style.cards.value = null;
    await loadCards(world.effects);
    expect(style.cards.value).toMatchObject([{ id: 'SC-0000', name: 'Dusk gouache' }]);
  });

  it('[SY7] goes through a file with its pictures; word for word the same is passed over, other words get an id of their own', async () => {
    select(1);
    await cardFromSelection(world.effects);
    const text = await exportCards(world.effects, null);
    await importCards(world.effects, text);
    expect(style.cards.value).toHaveLength(1);
    await importCards(world.effects, text.replace('Dusk gouache', 'Other look'));
    expect(style.cards.value?.map(({ id, name }) => [id, name])).toEqual([['SC-0001', 'Other look'], ['SC-0000', 'Dusk gouache']]);
    expect(style.cards.value?.[0]?.pictures).toHaveLength(1);
  });

  it('[SY8] from a file without its pictures comes without them, and it is said', async () => {
    select(1);
    await cardFromSelection(world.effects);
    const file = JSON.parse(await exportCards(world.effects, null)) as { pictures: unknown[] };
    style.cards.value = [];
    await importCards(world.effects, JSON.stringify({ ...file, pictures: [{ digest: 'x', base64: '!!' }] }));
    expect(style.cards.value[0]?.pictures).toEqual([]);
    expect(style.refusedCards.value).toEqual(['Dusk gouache came without 1 of its pictures.']);
  });
});

describe('applied as pictures', () => {
  it('[SY9] makes one picture of each selected layer, target first, references after it, look and closeness in words', async () => {
    select(2);
    await cardFromSelection(world.effects);
    style.changeStyle({ look: 2, structure: 4 });
    await applyAsPictures(world.effects);
    expect(runs.value).toHaveLength(2);
    expect(world.sent.map(({ inputs }) => inputs.map(({ role }) => role))).toEqual([['source', 'style', 'style'], ['source', 'style', 'style']]);
    const { prompt, style: worn, recipe } = world.sent[0] ?? {};
    expect(prompt).toContain('Take over the colours and the light of the look');
    expect(prompt).toContain('Keep the composition of image 1 closely');
    expect(prompt).toContain('Medium: gouache.');
    expect(prompt).toContain('Image 2 shows the style');
    expect([worn, recipe?.id]).toEqual([{ code: 'SC-0000@1', look: 2 }, 'restyle']);
    expect(callsOf('fillSlot')).toMatchObject([{ recipe: { style: { code: 'SC-0000@1' } } }, {}]);
  });

  it('[SY10] without a card, a selection or room in the limit nothing is sent', async () => {
    expect(await codeOf(applyAsPictures(world.effects))).toBe('CARD_MISSING');
    await withCard();
    select(3);
    settings.value = { ...settings.value, limitPerRunUsd: 0.05 };
    expect(await codeOf(applyAsPictures(world.effects))).toBe('LIMIT_RUN');
    selection.value = { ...selection.value, refusal: { code: 'SELECTION_GONE', name: '' } };
    expect(await codeOf(applyAsPictures(world.effects))).toBe('SELECTION_GONE');
    expect(world.sent).toEqual([]);
  });

  it('[SY11] one blocked picture spoils no other', async () => {
    await withCard();
    select(3);
    world.make = (request) => (request.id.startsWith(world.sent[1]?.runId ?? '?') ? Promise.reject(new VariegateError('IMAGE_BLOCKED', { name: 'SAFETY' })) : Promise.resolve({}));
    await applyAsPictures(world.effects);
    const settled = runs.value.flatMap(({ jobs }) => jobs).map(({ job }) => job.value.state.at);
    expect(settled.sort()).toEqual(['done', 'done', 'failed']);
  });
});

describe('the fit', () => {
  const fitsNow = () => style.wornNow.value.map(({ name, jobId }) => `${name} ${fits.value.get(jobId)?.toFixed(1)}`);

  it('[SY19] is measured of every picture that arrives; what stands apart can be made once more, and takes the place of the first', async () => {
    await withCard();
    select(5);
    world.effects.pixels.palette = ([file]) => Promise.resolve([{ rgb: new TextDecoder().decode(file) === `picture ${world.sent[2]?.id}` ? [20, 220, 60] : [32, 48, 74], share: 1, name: '' }]);
    await applyAsPictures(world.effects);
    expect(style.apart.value.map(({ name }) => name)).toEqual(['Frame 2']);
    expect(fitsNow().filter((fit) => !fit.startsWith('Frame 2')).every((fit) => Number(fit.slice(8)) > 7)).toBe(true);
    await redoApart(world.effects);
    expect([style.apart.value, fitsNow().length, runs.value.length, world.sent.length]).toEqual([[], 5, 6, 6]);
  });

  it('[SY20] the text model’s judgement joins the measure, a question a picture, and nothing is judged twice', async () => {
    select(2);
    await cardFromSelection(world.effects);
    await applyAsPictures(world.effects);
    const measured = fitsNow();
    world.answer = () => Promise.resolve({ is: 'judge', scores: { palette: { score: 6, reason: 'cool' }, line: { score: 2, reason: '' } } });
    const [card] = style.cards.value ?? [];
    if (card) await judgeFits(world.effects, card);
    expect(world.asked.filter(({ task }) => task.is === 'judge').map(({ images }) => images.map(({ role }) => role))).toEqual([['source', 'style', 'style'], ['source', 'style', 'style']]);
    expect(fitsNow()).not.toEqual(measured);
    if (card) await judgeFits(world.effects, card);
    expect([world.asked.filter(({ task }) => task.is === 'judge').length, status.value]).toEqual([2, 'Every picture is judged already']);
  });

  it('[SY21] one layer as a trial, its picture added to the card, then the others with it as a reference', async () => {
    await withCard();
    select(3);
    await applyAsPictures(world.effects, 'first');
    expect([world.sent.length, style.notWorn.value.map(({ name }) => name)]).toEqual([1, ['Frame 1', 'Frame 2']]);
    const [trial] = style.wornNow.value;
    if (trial) await addToCard(world.effects, trial);
    expect(style.chosenCard.value).toMatchObject({ version: 2, pictures: [{ name: 'Frame 0' }] });
    if (trial) await addToCard(world.effects, trial);
    expect(status.value).toBe('Frame 0 is in Dusk gouache already');
    await applyAsPictures(world.effects, 'others');
    expect(world.sent.slice(1).map(({ inputs }) => inputs.map(({ role }) => role))).toEqual([['source', 'style'], ['source', 'style']]);
    expect(style.notWorn.value).toEqual([]);
  });
});

describe('applied as layers', () => {
  it('[SY12] the list names colours, pictures and drawings, and what keeps its look and why', async () => {
    await withLayers();
    expect(style.targets.value[0]?.parts.map(({ name, detail }) => [name, detail])).toEqual([['Colours', '5 layers; 1 bound'], ['Photo', 'in 2 layers'], ['Lamp', 'illustration']]);
    expect(style.targets.value[0]?.kept).toEqual(['Button follows a style or variable']);
  });

  it('[SY13] the price is of what is ticked; colours are free', async () => {
    await withLayers();
    style.changeStyle({ as: 'layers' });
    const two = style.applyLabel.value;
    const [colours, photo, lamp] = style.allParts.value;
    if (photo && lamp) [photo, lamp].forEach((part) => (part.isPicked.value = false));
    expect([two, style.applyLabel.value]).toEqual(['Apply to selection · about $0.071', 'Apply to selection · free']);
    if (colours) colours.isPicked.value = false;
    expect(await codeOf(applyAsLayers(world.effects, never))).toBe('NOTHING_TO_RESTYLE');
  });

  it('[SY14] clones once, sends each picture’s own bytes and each drawing on a key colour, and writes them into the clone', async () => {
    await withLayers();
    await applyAsLayers(world.effects, never);
    expect(callsOf('cloneRestyled')).toEqual([{ nodeId: '1:2', code: 'SC-0000@1', swatches: [{ hex: '#20304a' }, { hex: '#f2e9d8' }], amount: 1 }]);
    expect(callsOf('exportNode').slice(-2)).toMatchObject([{ nodeId: '1:5', view: 'original' }, { nodeId: '1:6', view: 'seen' }]);
    expect(world.sent[1]?.prompt).toContain('a ground of pure green (#00d84a)');
    expect(callsOf('restylePicture')).toMatchObject([{ cloneId: 'clone of 1:2', hash: 'old' }]);
    expect(callsOf('restyleDrawing')).toMatchObject([{ cloneId: 'clone of 1:2', path: '0/1' }]);
    expect([states(), status.value]).toEqual([['Colours done', 'Photo done', 'Lamp done'], '3 of 3 restyled']);
  });

  it('[SY15] a part that fails keeps its old look, spoils no other, and can be made once more', async () => {
    await withLayers();
    world.make = (request) => (request.prompt.startsWith('Image 1 is a picture') ? Promise.reject(new VariegateError('IMAGE_BLOCKED', { name: 'SAFETY' })) : Promise.resolve({}));
    await applyAsLayers(world.effects, never);
    expect([states(), status.value]).toEqual([['Colours done', 'Photo failed', 'Lamp done'], '2 of 3 restyled; 1 kept the old look']);
    world.make = () => Promise.resolve({});
    const photo = style.allParts.value[1];
    if (photo) await redoPart(world.effects, photo, never);
    expect([states()[1], callsOf('cloneRestyled').length]).toEqual(['Photo done', 1]);
  });

  it('[SY22] a picture that cannot be written is kept: Retry writes it and sends nothing, and it can be placed beside', async () => {
    await withLayers();
    world.refuse.set('restylePicture', new VariegateError('READ_ONLY'));
    await applyAsLayers(world.effects, never);
    const photo = style.allParts.value[1];
    const sent = world.sent.length;
    expect([states()[1], photo?.unwritten.value?.record.isOfflinePreview]).toEqual(['Photo failed', false]);
    if (photo) await redoPart(world.effects, photo, never);
    expect([states()[1], world.sent.length]).toEqual(['Photo failed', sent]);
    if (photo) await placePart(world.effects, photo);
    expect([callsOf('placeBeside').length, photo?.unwritten.value]).toEqual([1, null]);
    world.refuse.clear();
    if (photo) await redoPart(world.effects, photo, never);
    expect([states()[1], world.sent.length]).toEqual(['Photo done', sent + 1]);
  });

  it('[SY23] what lies in another selected frame goes with it; what is locked, in an instance or gone is said beforehand', async () => {
    await withCard();
    select(4);
    world.plans.set('1:0', { ...PLAN, name: 'Page' });
    world.plans.set('1:1', { ...PLAN, name: 'Card', around: ['1:0'] });
    world.plans.set('1:2', { ...PLAN, name: 'Badge', isInInstance: true, isLocked: true });
    const whole = world.effects.client.call;
    world.effects.client.call = ((name: 'planRestyle', input: { nodeId: string }) => (name === 'planRestyle' && input.nodeId === '1:3' ? Promise.reject(new VariegateError('SELECTION_GONE')) : whole(name, input))) as typeof whole;
    await lookThrough(world.effects, never);
    expect(style.targets.value.map(({ name }) => name)).toEqual(['Page', 'Badge']);
    expect(style.remarks.value).toEqual([
      'Card is part of Frame 0 and changes with it.',
      'Badge is inside an instance; its copy stands on the page, and the instance stays.',
      'Badge is locked; it stays as it is, and so is its copy.',
      'Frame 3 is gone.',
    ]);
  });

  it('[SY16] a part can be reverted on its own', async () => {
    await withLayers();
    await applyAsLayers(world.effects, never);
    const photo = style.allParts.value[1];
    if (photo) await revertPart(world.effects, photo);
    expect(callsOf('revertRestyle')).toEqual([{ cloneId: 'clone of 1:2', part: { is: 'picture', hash: 'old' } }]);
    expect(states()[1]).toBe('Photo reverted');
  });

  it('[SY18] areas under text are asked to stay calm; what reaches too little is told, and a scrim helps', async () => {
    await withLayers();
    world.overlaid = [{ nodeId: '9', box: { top: 100, left: 40, bottom: 300, right: 420 }, ground: { width: 400, height: 200 }, hex: '#ffffff', isLarge: false }];
    await applyAsLayers(world.effects, never);
    expect(world.sent[0]?.prompt).toContain('from 4 to 42 % of the width and 10 to 30 % of the height, dark there');
    const photo = style.allParts.value[1];
    expect(photo?.legibility.value).toMatchObject({ contrast: 2.1, isEnough: false });
    if (photo) await addScrim(world.effects, photo);
    expect(callsOf('addScrim')).toEqual([{ cloneId: 'clone of 1:2', hash: 'old', is: 'dark', opacity: 0.35 }]);
    expect(photo?.legibility.value?.isEnough).toBe(true);
  });

  it('[SY17] a frame that cannot be cloned says so on each part, and nothing is paid', async () => {
    await withLayers();
    world.refuse.set('cloneRestyled', new VariegateError('NODE_GONE'));
    const before = world.sent.length;
    expect(await codeOf(applyAsLayers(world.effects, never))).toBe('NODE_GONE');
    expect([states(), world.sent.length]).toEqual([['Colours failed', 'Photo failed', 'Lamp failed'], before]);
  });
});
