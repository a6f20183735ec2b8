// Remembers the choices of the draft for the next start; the words and the references are not kept.
import { draft } from '../store/draft.ts';
import { learntPaces } from '../store/lanes.ts';
import { settings } from '../store/session.ts';
import type { Effects } from './effects.ts';
import { tellUnsaved } from './unsaved.ts';

export function keepDraft(effects: Effects): void {
  const { count, closeness, axes, model, sizeClass, place } = draft.value;
  const paces = { ...settings.value.paces, ...learntPaces.value };
  const next = { ...settings.value, paces, count, closeness, axes: [...axes], imageModel: model, sizeClass, place };
  if (JSON.stringify(next) === JSON.stringify(settings.value)) return;
  settings.value = next;
  // A run must not stop because a preference could not be written.
  void effects.client.call('saveSettings', { settings: next }).catch(tellUnsaved);
}
