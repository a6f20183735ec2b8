// The taste profile that holds now: the file's own where there is one, else that of this computer.
import { computed } from '@preact/signals';
import { meets, readTaste } from '../../core/taste/note.ts';
import type { Matched } from '../../core/taste/note.ts';
import { fileTaste, settings } from './session.ts';
import { asking, options } from './studio.ts';
import type { StudioOption } from './studio.ts';

export const tasteText = computed(() => fileTaste.value ?? settings.value.taste.text);

const taste = computed(() => (settings.value.taste.isOn ? readTaste(tasteText.value) : readTaste('')));

export interface OrderedOption {
  readonly option: StudioOption;
  readonly met: Matched;
}

/** The options with the ones before that meet the taste; as they came while they still come in. */
export const orderedOptions = computed<readonly OrderedOption[]>(() => {
  const all = options.value.map((option) => ({ option, met: meets(taste.value, [option.title, ...Object.values(option.fields)].join(', ')) }));
  return asking.value ? all : [...all].sort((a, b) => b.met.score - a.met.score);
});

/** Whether the order says anything. */
export const isTasteUsed = computed(() => orderedOptions.value.some(({ met }) => met.score !== 0));
