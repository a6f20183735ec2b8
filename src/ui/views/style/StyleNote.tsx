// Says above "Apply to selection" what stands in its way, or what it will do.
import { connection } from '../../store/session.ts';
import { selection } from '../../store/selection.ts';
import { cards, chosenCard, pictureCount, styleDraft } from '../../store/style.ts';
import { NoteLine, stopText, worldText } from '../window/Note.tsx';

export function StyleNote() {
  return <NoteLine text={noteText()} forWhat="restyling" />;
}

function noteText(): string | null {
  if (connection.value === 'starting' || cards.value === null) return '';
  if (!chosenCard.value) return 'Make a style card first, from a layer or from words.';
  const { refusal, layers, count } = selection.value;
  if (refusal) return refusal.code === 'NOTHING_SELECTED' ? 'Select the frames and pictures that should wear it.' : stopText(refusal);
  if (count > layers.length) return `The first ${layers.length} of ${count} layers are restyled.`;
  const world = worldText();
  if (world !== '') return world;
  const name = `${chosenCard.value.name} on `;
  if (styleDraft.value.as === 'layers') return `${name}a copy beside; ${counted(pictureCount.value, 'picture is', 'pictures are')} made.`;
  return `${name}${counted(pictureCount.value, 'picture', 'pictures')}, placed beside.`;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
