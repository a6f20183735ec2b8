// A shot list without AI: the brief's own sentences, shared out over the shots, with framing in turn.
import { cleanText } from '../prompt.ts';
import type { Shot, ShotsAnswer, ShotsTask } from '../studio/tasks.ts';

const FRAMINGS = ['A wide view', 'A medium view', 'A close view', 'Seen from above', 'Over the shoulder', 'A low view'] as const;

/** English framing around the brief's own words; quotes in them become what is said. */
export function shotsByRules({ brief, count }: ShotsTask): ShotsAnswer {
  const sentences = cleanText(brief).split(/(?<=[.!?])\s+|\n+|;\s*/).map((part) => part.trim()).filter((part) => part !== '');
  const parts = sentences.length === 0 ? ['The scene'] : sentences;
  const shots = Array.from({ length: count }, (_, index): Shot => {
    const part = parts[Math.min(parts.length - 1, Math.floor((index * parts.length) / count))] ?? '';
    const said = /["“„«]([^"”“»]+)["”“»]/.exec(part)?.[1] ?? '';
    const plain = part.replace(/["“„«][^"”“»]+["”“»]/g, '').replace(/\s+/g, ' ').trim();
    // "You are late," says the keeper.
    const who = said === '' ? '' : (/^(?:says|said|asks|asked|cries|cried|whispers|whispered)\s+(.+?)\.?$/i.exec(plain)?.[1] ?? '');
    const shown = who === '' ? plain || part : `${who}, speaking`;
    return { shows: `${FRAMINGS[index % FRAMINGS.length] ?? ''}: ${shown}`, caption: who === '' ? plain : '', says: said.replace(/,$/, ''), who };
  });
  return { is: 'shots', sheet: parts[0] ?? '', look: '', shots };
}
