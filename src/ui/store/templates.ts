// Templates to choose from: ours, and the designer's own once they were read from this computer.
import { computed, signal } from '@preact/signals';
import { textsOf } from '../../core/fields.ts';
import { OUR_TEMPLATES } from '../../core/templates/ours.ts';
import { placeholdersOf } from '../../core/templates/placeholders.ts';
import type { Template } from '../../core/templates/template.ts';
import { fields } from './studio.ts';

/** Null until they were read. */
export const ownTemplates = signal<readonly Template[] | null>(null);

export const templates = computed<readonly Template[]>(() => [...(ownTemplates.value ?? []), ...OUR_TEMPLATES]);

/** What was left out of the last import, one sentence each. */
export const refusedTemplates = signal<readonly string[]>([]);

/** Blanks in the fields that are still to be filled in. */
export const openBlanks = computed(() => placeholdersOf(textsOf(fields.value)));
