// The tab "Style" without a hand on it: one frame in three looks, as editable layers or as pictures, and what stayed the same.
const LOOKS = ['teal watercolour, soft washes on rough paper', 'coral risograph print in two inks', 'graphite pencil drawing on warm paper'];
const STEP_LIMIT_MS = 180_000;

/** `as` is 'layers' or 'picture'. Prints, for each look, what was made, and whether the words in the frame are the same to the letter. */
export async function restyle({ plugin, select, page }, { names, as, looks }) {
  await plugin.getByRole('tab', { name: 'Style' }).click();
  const before = await textsOf(page, names[0]);
  for (const look of looks.length > 0 ? looks : LOOKS) {
    await select(...names);
    await plugin.getByRole('textbox', { name: 'Look in words' }).fill(look);
    await plugin.getByRole('button', { name: /^Card from words/ }).click();
    const made = await said(plugin, /^Card SC-[0-9A-F]{4}@1 made/);
    const code = /SC-[0-9A-F]{4}@1/.exec(made)[0];
    await plugin.getByRole('radio', { name: as === 'layers' ? 'Editable layers' : 'One picture' }).press('Space');
    if (as === 'layers') await plugin.getByRole('list', { name: 'Layers to restyle' }).getByRole('listitem').first().waitFor({ timeout: STEP_LIMIT_MS });
    await plugin.getByRole('button', { name: /^Apply to selection/ }).click();
    const end = await said(plugin, as === 'layers' ? / restyled/ : /^\d+ of \d+ placed|pictures restyled/);
    console.log(`\n${code}  ${look}\n  ${end}`);
    if (as !== 'layers') continue;
    const after = await textsOf(page, `${names[0]} · ${code}`);
    console.log(`  ${after.length} text layers: ${JSON.stringify(after) === JSON.stringify(before) ? 'every word, font and box as before' : 'CHANGED'}`);
  }
}

async function said(plugin, pattern) {
  const status = plugin.getByRole('status').filter({ hasText: pattern });
  await status.waitFor({ timeout: STEP_LIMIT_MS });
  return status.innerText();
}

/** Words, font and box of every text in the first layer of that name. */
function textsOf(page, name) {
  return page.evaluate((wanted) => {
    const { graph } = globalThis.playground.workspace.file.value;
    const root = [...graph.getAllNodes()].find((node) => node.name === wanted);
    const found = [];
    const visit = (id) => {
      const node = graph.getNode(id);
      if (node.type === 'TEXT') found.push([node.text, node.fontFamily, node.fontSize, node.fontWeight, node.x, node.y, node.width, node.height]);
      (node.childIds ?? []).forEach(visit);
    };
    if (root) visit(root.id);
    return found;
  }, name);
}
