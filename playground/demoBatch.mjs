// The tab "Batch" without a hand on it: a card for each row of a CSV, by a service that stands in for Gemini and refuses one row, which
// is then retried.
import { readFile } from 'node:fs/promises';
import { LOOPBACK_KEY, startLoopbackGemini } from '../test/support/gemini/loopback.mjs';

const STEP_LIMIT_MS = 300_000;
const BLOCKED = { for: 'image', body: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 20, totalTokenCount: 20 } } };

/** The service that the page must be opened with. */
export function standIn() {
  return startLoopbackGemini({ port: 0 });
}

/** `rows` is the path of a CSV; `template` names its columns. Prints what was made, refused and retried. */
export async function batch({ plugin, select }, gemini, { names, rows, template, layer }) {
  await plugin.getByRole('button', { name: 'Settings' }).click();
  await plugin.getByRole('textbox', { name: 'Gemini API key' }).fill(LOOPBACK_KEY);
  await plugin.getByRole('button', { name: 'Save key' }).click();
  await plugin.getByText('Key ends in').waitFor();
  await plugin.getByRole('spinbutton', { name: 'Requests at once' }).fill('8');
  await plugin.getByRole('button', { name: 'Back' }).click();
  await select(...names);
  await plugin.getByRole('tab', { name: 'Batch' }).click();
  await plugin.getByRole('textbox', { name: 'Rows' }).fill(await readFile(rows, 'utf8'));
  await plugin.getByRole('textbox', { name: 'Template' }).fill(template);
  await plugin.getByRole('combobox', { name: 'Into' }).selectOption({ label: 'Copies of the selected frame' });
  await plugin.getByRole('textbox', { name: 'Layer' }).fill(layer);
  gemini.next(BLOCKED);
  const run = plugin.getByRole('button', { name: /^Run \d+/ });
  console.log(await run.innerText());
  await run.click();
  console.log(await said(plugin, /^\d+ of \d+ rows made, 1 failed$/, (text) => /^(\d+) of (\d+) rows made, 1 failed$/.exec(text) && Number(/^\d+/.exec(text)[0]) === Number(/of (\d+)/.exec(text)[1]) - 1));
  await plugin.getByRole('button', { name: 'Retry failed' }).click();
  console.log(await said(plugin, /^\d+ of \d+ rows made$/, (text) => /^(\d+) of \1 rows/.test(text)));
}

/** The status line, once it says it and `isEnd` agrees. */
async function said(plugin, pattern, isEnd) {
  const status = plugin.getByRole('status').filter({ hasText: pattern });
  for (const until = Date.now() + STEP_LIMIT_MS; Date.now() < until; ) {
    await status.waitFor({ timeout: STEP_LIMIT_MS });
    const text = await status.innerText().catch(() => '');
    if (isEnd(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The batch did not end.');
}
