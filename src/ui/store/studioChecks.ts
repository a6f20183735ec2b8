// What the checks find in the prompt as it would be sent, without what the designer said is meant so.
import { computed } from '@preact/signals';
import { checkPrompt } from '../../core/checks/checkPrompt.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { card } from './draft.ts';
import { keptFindings, studioDraft } from './studio.ts';
import { paragraph, planned } from './studioRun.ts';

export const studioFindings = computed<readonly Finding[]>(() => {
  const count = Math.max(planned.value.length, studioDraft.value.each);
  return checkPrompt(paragraph.value, { maxTokens: card.value.inputTokens, count }).filter((finding) => !keptFindings.value.includes(finding.id));
});
