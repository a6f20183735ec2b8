// Says above Make what stands in its way in Prompts, or what it will do.
import { connection } from '../../store/session.ts';
import { MOST_PICTURES, planned, studioLimitWarning, studioObstacle, wanted } from '../../store/studioRun.ts';
import { NoteLine, stopText, worldText } from '../window/Note.tsx';

export function PromptsNote() {
  return <NoteLine text={noteText()} forWhat="prompts" />;
}

function noteText(): string | null {
  if (connection.value === 'starting') return '';
  if (studioObstacle.value) return stopText(studioObstacle.value);
  if (planned.value.length === 0) return 'Pick options, or fill in the fields.';
  if (wanted.value > MOST_PICTURES) return `${wanted.value} pictures are asked for; ${planned.value.length} are made at a time.`;
  return studioLimitWarning.value ?? worldText();
}
