// What the checks find in the designer's own words in Create, without what the designer said is meant so. Sentences of ours around
// the brief are not looked at: nobody could mend them.
import { computed } from '@preact/signals';
import { checkPrompt } from '../../core/checks/checkPrompt.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { card, ownWords, pictureCount } from './draft.ts';
import { keptFindings } from './studio.ts';

export const briefFindings = computed<readonly Finding[]>(() =>
  checkPrompt(ownWords.value, { maxTokens: card.value.inputTokens, count: pictureCount.value }).filter((finding) => !keptFindings.value.includes(finding.id)),
);
