// The tab "Prompts" without a hand on it: what the demo does there, and what it prints of it.
const STEP_LIMIT_MS = 60_000;
const READINGS = ['Recreate', 'Style', 'Light and composition', 'Objects'];

/** Describes the selection in all four readings and prints what was read. */
export async function describe({ plugin }) {
  await plugin.getByRole('tab', { name: 'Prompts' }).click();
  for (const reading of READINGS) {
    await plugin.getByRole('radio', { name: reading, exact: true }).press('Space');
    await plugin.getByRole('button', { name: /^Describe selection/ }).click();
    await said(plugin, /(?:described in \d+ fields|read)$/);
    console.log(`\n${reading}`);
    if (reading === 'Recreate') await printFields(plugin);
    else await printRows(plugin.getByRole('region', { name: 'What was read' }));
  }
  console.log(`\nAlt text: ${await plugin.getByRole('textbox', { name: 'Alt text' }).inputValue()}`);
}

/** Makes options of an idea and prints each with what makes it different. */
export async function expand({ plugin }, { idea, count }) {
  await plugin.getByRole('tab', { name: 'Prompts' }).click();
  await plugin.getByRole('textbox', { name: 'Idea' }).fill(idea);
  await plugin.getByRole('spinbutton', { name: 'Options' }).fill(count);
  await plugin.getByRole('button', { name: /^Expand/ }).click();
  await said(plugin, /options? written$/);
  for (const option of await plugin.getByRole('list', { name: 'Prompt options' }).getByRole('listitem').all()) {
    console.log(`\n${await option.locator('strong').textContent()}\n  ${await option.locator('.option-text').textContent()}`);
  }
}

/** Reads a sketch, prints what was read and what is kept, and presses Make for `count` pictures (1 to 4) from it. */
export async function sketch({ plugin }, { wish, count }) {
  await plugin.getByRole('tab', { name: 'Prompts' }).click();
  await plugin.getByRole('textbox', { name: 'Idea' }).fill(wish);
  await plugin.getByRole('button', { name: /^Read sketch/ }).click();
  await said(plugin, /(?:thing is|things are) kept$/);
  const card = plugin.getByRole('region', { name: 'What the sketch says' });
  console.log(`\n${await card.locator('p').nth(1).textContent()}`);
  for (const kept of await card.getByRole('textbox', { name: /^Kept thing/ }).all()) console.log(`  keeps ${await kept.inputValue()}`);
  await printFields(plugin);
  await plugin.getByRole('button', { name: /of each prompt/ }).click();
  await plugin.getByRole('spinbutton', { name: 'Of each prompt' }).fill(count);
  await plugin.getByRole('button', { name: /^Make / }).click();
}

function said(plugin, sentence) {
  return plugin.getByRole('status').filter({ hasText: sentence }).waitFor({ timeout: STEP_LIMIT_MS });
}

async function printFields(plugin) {
  for (const field of await plugin.getByRole('group', { name: 'Prompt fields' }).locator('.prompt-field').all()) {
    const text = await field.getByRole('textbox').inputValue();
    if (text !== '') console.log(`  ${(await field.locator('label').textContent()).padEnd(12)} ${text}`);
  }
}

async function printRows(card) {
  for (const row of await card.locator('.part-row').all()) console.log(`  ${(await row.locator('dt').textContent()).padEnd(12)} ${await row.locator('dd').textContent()}`);
  for (const list of ['Objects', 'Relations']) {
    for (const item of await card.getByRole('list', { name: list }).getByRole('listitem').all()) console.log(`  ${list === 'Objects' ? 'sees' : 'where'}         ${await item.textContent()}`);
  }
}
