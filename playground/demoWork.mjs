// What takes several pictures, without a hand on it: a storyboard and a mood board by the offline engine, a refinement and a comparison of
// two models by a service that stands in for Gemini.
import { LOOPBACK_KEY, startLoopbackGemini } from '../test/support/gemini/loopback.mjs';

const LIMIT_MS = 240_000;
const COMPARED = ['a quiet harbour at dawn', 'a heron in tall reeds', 'a paper lantern in the rain', 'two boats in mist', 'a lighthouse at night', 'a market street at noon', 'a red bicycle against a wall', 'a kitchen in morning light'];
const STORY = 'Mara misses the evening ferry at the harbour. She finds a rowing boat under the pier. Mist comes in over the water. A lamp swings on the far shore. “You are late,” says the keeper of the light. They drink tea as the sun comes up over the sea.';

/** What the page is to be opened with, by the demo's name. */
const standIn = () => startLoopbackGemini({ port: 0, latencyMs: 120 });
export const STAND_INS = { refine: standIn, compare: standIn };

export const WORK = { refine, compare, storyboard, moodBoard };

/** Until the score is reached or the rounds are made; the best goes onto the canvas. */
async function refine({ plugin }, { brief }) {
  await saveKey(plugin);
  await plugin.getByRole('radio', { name: 'Refine' }).click();
  await plugin.getByRole('textbox', { name: 'Brief' }).fill(brief || 'a quiet harbour at dusk, two boats, mist');
  await plugin.getByRole('spinbutton', { name: 'Good enough at' }).fill('10');
  await plugin.getByRole('spinbutton', { name: 'Pictures at most' }).fill('5');
  await plugin.getByRole('checkbox', { name: 'Change the prompt without asking me' }).check();
  await plugin.getByRole('button', { name: /^Make best of 5/ }).click();
  await plugin.getByRole('button', { name: 'Use its prompt' }).waitFor({ timeout: LIMIT_MS });
  await tell(plugin, 'Pictures of the refinement');
  return 'Refinement';
}

/** Every brief by two models, then a vote on each pair, then the report as a frame. */
async function compare({ plugin }) {
  await saveKey(plugin);
  await plugin.getByRole('tab', { name: 'Batch' }).click();
  await plugin.getByRole('button', { name: 'Compare models' }).click();
  await plugin.getByRole('textbox', { name: 'Briefs' }).fill(COMPARED.join('\n'));
  await plugin.getByRole('button', { name: /^Compare \d/ }).click();
  await plugin.getByRole('button', { name: 'Place report on canvas' }).waitFor({ timeout: LIMIT_MS });
  const ballot = plugin.getByRole('group', { name: 'Which is better?' });
  for (let left = COMPARED.length; left > 0; left -= 1) await ballot.getByRole('button', { name: ['Left is better', 'Right is better', 'About the same'][left % 3] }).click();
  await tell(plugin, 'Model comparison');
  await plugin.getByRole('button', { name: 'Place report on canvas' }).click();
  await plugin.getByRole('status').getByText('The report is on the canvas').waitFor({ timeout: LIMIT_MS });
  return 'Comparison';
}

/** A shot list of six, the shots, and the look for what does not match. */
async function storyboard({ plugin }, { brief }) {
  await plugin.getByRole('radio', { name: 'Storyboard' }).click();
  await plugin.getByRole('textbox', { name: 'Brief' }).fill(brief || STORY);
  await plugin.getByRole('button', { name: /^Write 6 shots/ }).click();
  await plugin.getByRole('list', { name: 'Shot list' }).waitFor();
  await plugin.getByRole('button', { name: /^Make 6 shots/ }).click();
  await plugin.getByRole('status').getByText(/^6 of 6 shots are made/).waitFor({ timeout: LIMIT_MS });
  await plugin.getByRole('button', { name: /^Check continuity/ }).click();
  await plugin.getByRole('status').getByText(/does? not match/).waitFor({ timeout: LIMIT_MS });
  console.log(await plugin.getByRole('status').innerText());
  return 'Storyboard';
}

async function moodBoard({ plugin }, { brief }) {
  await plugin.getByRole('radio', { name: 'Mood board' }).click();
  await plugin.getByRole('textbox', { name: 'Brief' }).fill(brief || 'A quiet harbour hotel, salt-worn wood, linen, first light');
  await plugin.getByRole('button', { name: /^Make mood board/ }).click();
  await plugin.getByRole('status').getByText('The mood board is on the canvas').waitFor({ timeout: LIMIT_MS });
  return 'Mood board';
}

/** The stand-in's own key; it is worth nothing anywhere else. */
async function saveKey(plugin) {
  await plugin.getByRole('button', { name: 'Settings' }).click();
  await plugin.getByRole('textbox', { name: 'Gemini API key' }).fill(LOOPBACK_KEY);
  await plugin.getByRole('button', { name: 'Save key' }).click();
  await plugin.getByText('Key ends in').waitFor();
  await plugin.getByRole('button', { name: 'Back' }).click();
}

/** A table of the window, a line each. */
async function tell(plugin, name) {
  const rows = await plugin.getByRole('table', { name }).getByRole('row').all();
  for (const row of rows) console.log((await row.innerText()).replace(/\s+/g, ' '));
}
