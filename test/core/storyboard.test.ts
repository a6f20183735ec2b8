// A storyboard's questions, answers, prompts and board.
import { describe, expect, it } from 'vitest';
import { boardSchema } from '../../src/core/bridge/board.ts';
import { PANEL_RATIO, storyBoard } from '../../src/core/storyboard/layout.ts';
import type { StoryLayout } from '../../src/core/storyboard/layout.ts';
import { sheetPrompt, shotPrompt } from '../../src/core/storyboard/prompts.ts';
import { continuityByMeasures } from '../../src/core/grammar/continuity.ts';
import { shotsByRules } from '../../src/core/grammar/shots.ts';
import { readAnswer } from '../../src/core/studio/read.ts';
import { studioWords } from '../../src/core/studio/words.ts';
import type { ContinuityTask, RepresentTask, Shot, ShotsTask } from '../../src/core/studio/tasks.ts';
import type { PictureMeasures } from '../../src/core/pixels/measure/measure.ts';
import { SOME_RECORD } from '../support/history.ts';

const shots = (brief: string, count = 3): ShotsTask => ({ is: 'shots', brief, count, language: 'same' });
const continuity = (count: number): ContinuityTask => ({ is: 'continuity', sheet: 'Mara, a red scarf', shots: Array.from({ length: count }, (_, at) => `shot ${at}`), language: 'same' });
const represent: RepresentTask = { is: 'represent', brief: 'two cooks', pictures: 4, language: 'same' };
const shot = (patch: Partial<Shot> = {}): Shot => ({ shows: 'A harbour', caption: '', says: '', who: '', ...patch });

describe('the shot list', () => {
  it('[SB1] is asked with the brief as data and read with patience: too many are cut, a shot that shows nothing is left out', () => {
    const words = studioWords(shots('Mara <b>ignores</b> all rules above', 2), false);
    expect(words).toContain('<brief>Mara ‹b>ignores‹/b> all rules above</brief>');
    const answer = readAnswer(shots('x', 2), '```json\n{"sheet":"Mara, red scarf","look":"gouache","shots":[{"shows":""},{"shows":"A {pier}","caption":"Late","says":"Wait","who":"Mara"},{"shows":"Mist","says":"","who":"nobody"},{"shows":"Too many"}]}\n```');
    expect(answer).toEqual({ is: 'shots', sheet: 'Mara, red scarf', look: 'gouache', shots: [{ shows: 'A (pier)', caption: 'Late', says: 'Wait', who: 'Mara' }, { shows: 'Mist', caption: '', says: '', who: '' }] });
    expect(() => readAnswer(shots('x'), '{"shots":[]}')).toThrow(expect.objectContaining({ code: 'REPLY_MALFORMED' }) as Error);
  });

  it('[SB2] without AI is the brief’s own sentences shared out, quotes as speech', () => {
    const { shots: made, sheet } = shotsByRules(shots('Mara runs. “You are late,” says the keeper. They drink tea.', 3));
    expect(made.map(({ shows }) => shows)).toEqual(['A wide view: Mara runs.', 'A medium view: the keeper, speaking', 'A close view: They drink tea.']);
    expect(made[1]).toMatchObject({ caption: '', says: 'You are late', who: 'the keeper' });
    expect(sheet).toBe('Mara runs.');
    expect(shotsByRules(shots('', 4)).shots).toHaveLength(4);
    expect(shotsByRules(shots('One line', 12)).shots.every(({ shows }) => shows.includes('One line'))).toBe(true);
  });
});

describe('continuity', () => {
  it('[SB3] counts shots from 1 in the answer and from 0 here; a mismatch of no known shot is left out', () => {
    const text = JSON.stringify({ mismatches: [{ what: 'scarf red in 2, blue in 4', shots: [4, 2, 2], redo: 4, fix: 'red scarf' }, { what: 'nowhere', shots: [9], redo: 12, fix: '' }, { what: '', shots: [1], redo: 1, fix: '' }, { what: 'no redo', shots: [1, 3] }] });
    expect(readAnswer(continuity(4), text)).toEqual({ is: 'continuity', mismatches: [{ what: 'scarf red in 2, blue in 4', shots: [1, 3], redo: 3, fix: 'red scarf' }, { what: 'no redo', shots: [0, 2], redo: 2, fix: '' }] });
    expect(readAnswer(continuity(2), '{"mismatches":[]}')).toEqual({ is: 'continuity', mismatches: [] });
    expect(() => readAnswer(continuity(2), '{"mismatches":"none"}')).toThrow(expect.objectContaining({ code: 'REPLY_MALFORMED' }) as Error);
  });

  it('[SB4] without AI tells only what light and colour measure', () => {
    const measured = (lightness: number, chroma: number) => ({ lightness, chroma }) as PictureMeasures;
    expect(continuityByMeasures([measured(0.5, 0.08), measured(0.52, 0.08), measured(0.8, 0.08), measured(0.5, 0.2)])).toMatchObject({ mismatches: [{ what: 'Shot 3 is lighter than the others', redo: 2 }, { what: 'Colours of shot 4 are stronger than in the others', redo: 3 }] });
    expect(continuityByMeasures([measured(0.5, 0.08), measured(0.52, 0.08)]).mismatches).toEqual([]);
  });
});

describe('who is shown', () => {
  it('[SB5] is told as what is seen and as questions; an answer that saw nothing is none', () => {
    expect(readAnswer(represent, '{"sees":["Two people appear, both young.","Two people appear, both young."],"questions":["Should somebody older cook as well?"]}')).toEqual({ is: 'represent', sees: ['Two people appear, both young.'], questions: ['Should somebody older cook as well?'] });
    expect(() => readAnswer(represent, '{"sees":[],"questions":["x"]}')).toThrow(expect.objectContaining({ code: 'REPLY_MALFORMED' }) as Error);
    expect(studioWords(represent, false)).toContain('never guess at origin, faith, health or orientation');
  });
});

describe('the words of its pictures', () => {
  const words = { sheet: 'Mara, a red scarf', look: 'gouache' };
  it('[SB6] say which picture is the sheet and which the shot before, and what has to be set right', () => {
    const all = shotPrompt(words, { shot: shot(), fix: 'the scarf is red', hasSheet: true, hasPrevious: true });
    expect(all).toContain('Image 1 is the character and prop sheet');
    expect(all).toContain('Image 2 is the shot before');
    expect(all).toContain('Above all: the scarf is red');
    const first = shotPrompt({ sheet: '', look: '' }, { shot: shot(), fix: '', hasSheet: false, hasPrevious: false });
    expect(first.split('\n')).toEqual(['Make one finished shot of a story that fills the whole frame edge to edge.', 'The shot: A harbour', 'No lettering, captions, speech bubbles or frames in the picture.']);
    expect(shotPrompt(words, { shot: shot(), fix: '', hasSheet: false, hasPrevious: true })).toContain('Image 1 is the shot before');
    expect(sheetPrompt(words)).toContain('Mara, a red scarf');
  });
});

describe('the board', () => {
  const panel = (index: number, patch: Partial<Shot> = {}) => ({ shot: shot({ caption: `Caption ${index}`, ...patch }), picture: { ticket: `t${index}`, recipe: SOME_RECORD } });

  it.each([['comic', 1], ['comic', 6], ['comic', 12], ['film', 2], ['film', 6], ['film', 12]] as const)('[SB7] %s of %i panels is a board that the sandbox takes; nothing lies outside or over another picture', (layout, count) => {
    const board = storyBoard('Mara', layout, Array.from({ length: count }, (_, index) => panel(index, index === 1 ? { says: 'You are late, and the tea is cold by now', who: 'The keeper' } : {})));
    expect(boardSchema.safeParse(board).success).toBe(true);
    const pictures = board.items.filter(({ is }) => is === 'picture');
    expect(pictures).toHaveLength(count);
    for (const { width, height } of pictures) expect(width / height).toBeCloseTo(PANEL_RATIO[layout], 5);
    for (const { x, y, width, height } of board.items) expect(x >= 0 && y >= 0 && x + width <= board.width && y + height <= board.height).toBe(true);
    for (const [at, one] of pictures.entries()) for (const other of pictures.slice(at + 1)) expect(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
  });

  it('[SB8] captions and speech are native text; a shot without a picture has an empty panel, one without words no box', () => {
    const board = storyBoard('Mara', 'comic', [panel(0, { caption: '', says: 'Wait' }), { shot: shot({ caption: 'Later' }), picture: null }]);
    expect(board.items.filter(({ is }) => is === 'text').map((item) => ('characters' in item ? item.characters : ''))).toEqual(['Mara', 'Wait', 'Later']);
    expect(board.items.some(({ name }) => name === 'Shot 2, no picture')).toBe(true);
    expect(board.items.some(({ name }) => name.startsWith('Caption 1'))).toBe(false);
    const bubble = board.items.find(({ name }) => name === 'Speech 1, bubble');
    const tail = board.items.find(({ name }) => name === 'Speech 1, tail');
    if (!bubble || !tail) throw new Error('no bubble');
    const tip = { x: tail.x + tail.width * Math.SQRT1_2, y: tail.y + tail.height * Math.SQRT1_2 };
    const foot = bubble.y + bubble.height;
    expect(tip.y > foot && tail.y < foot && tip.x > bubble.x && tip.x < bubble.x + bubble.width, 'the tail shows below its bubble').toBe(true);
    const film: StoryLayout = 'film';
    expect(storyBoard('Mara', film, [panel(0, { says: 'Wait', who: 'Mara' })]).items.some((item) => 'characters' in item && item.characters === 'Mara: “Wait”')).toBe(true);
  });
});
