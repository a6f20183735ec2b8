// What is stored where and what leaves Figma, in plain words.

export function DataNotes() {
  return (
    <section aria-label="Data" class="settings-section notes">
      <h3>What is stored where</h3>
      <p>
        The keys, these settings, what was spent, the history with small copies, prompts and answers of text models, templates, style cards and the rows of a batch stay in Figma’s storage on this
        computer. No key is ever written into a file.
      </p>
      <p>Pictures go into the file. The recipe of each picture, with its prompt, is kept in its layer, so anyone who can edit the file can read it.</p>
      <h3>What leaves Figma</h3>
      <p>With Gemini: the exported picture, your references and your words go to Google when you press Make. “Test key” asks Google which models the key can use.</p>
      <p>With a gateway: the same goes to that gateway instead, and its test sends a square with a number.</p>
      <p>With the offline preview: nothing.</p>
    </section>
  );
}
