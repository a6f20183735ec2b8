// Words that lie in a picture, and words that are written beside one: text layers read, alt text as an annotation.
import { describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { remove, undo } from '../../playground/host/edits.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import { RECIPE, at, png, solid } from './samples.ts';

describe('text layers', () => {
  const page = () =>
    drawn((edit, pageId) => {
      const frame = edit.create('FRAME', pageId, { fills: [solid()], ...at(100, 100, 400, 200), clipsContent: true }).id;
      const hidden = edit.create('FRAME', frame, { visible: false, ...at(0, 0, 100, 100) }).id;
      edit.create('TEXT', frame, { name: 'Small print', text: 'from $12', fontSize: 9, ...at(0, 150, 100, 20) });
      edit.create('TEXT', frame, { name: 'Headline', text: 'Slow\u202E journeys', fontSize: 40, ...at(40, 20, 200, 50) });
      edit.create('TEXT', frame, { name: 'Outside', text: 'nobody sees it', ...at(900, 20, 50, 20) });
      edit.create('TEXT', frame, { name: 'Cut', text: 'half of it', ...at(300, 190, 200, 20) });
      edit.create('TEXT', hidden, { name: 'In a hidden frame', text: 'hidden', ...at(0, 0, 50, 20) });
      edit.create('TEXT', frame, { name: 'Faded', text: 'transparent', opacity: 0, ...at(0, 0, 50, 20) });
      edit.create('TEXT', frame, { name: 'Blank', text: '  ', ...at(0, 0, 50, 20) });
      return { frame };
    });

  it('[TL1] are told with their words and their place in the picture, in reading order', async () => {
    const { document, ids } = page();
    const { client } = await runPlugin(document);
    const { layers } = await client.call('readTextLayers', { nodeIds: [ids.frame] });
    expect(layers.map(({ name, characters }) => [name, characters])).toEqual([['Headline', 'Slow journeys'], ['Small print', 'from $12'], ['Cut', 'half of it']]);
    expect(layers[0]?.box).toEqual({ top: 100, left: 100, bottom: 350, right: 600 });
  });

  it('[TL2] leaves out what is hidden, transparent, blank or outside, and clips what is partly outside', async () => {
    const { document, ids } = page();
    const { client } = await runPlugin(document);
    const { layers } = await client.call('readTextLayers', { nodeIds: [ids.frame] });
    expect(layers.map(({ name }) => name)).not.toContain('Faded');
    expect(layers.find(({ name }) => name === 'Cut')?.box).toEqual({ top: 950, left: 750, bottom: 1000, right: 1000 });
  });

  it('[TL3] several layers are one picture; a layer that is itself text counts', async () => {
    const { document, ids } = drawn((edit, pageId) => ({
      left: edit.create('RECTANGLE', pageId, { fills: [solid()], ...at(0, 0, 100, 100) }).id,
      right: edit.create('TEXT', pageId, { text: 'Aside', fills: [solid()], ...at(100, 0, 100, 100) }).id,
    }));
    const { client } = await runPlugin(document);
    const { layers } = await client.call('readTextLayers', { nodeIds: [ids.left, ids.right] });
    expect(layers[0]?.box.left).toBeGreaterThanOrEqual(450);
  });

  it('[TL4] of many the 40 largest are told, and a thousand layers hold nobody up', async () => {
    const { document, ids } = drawn((edit, pageId) => {
      const frame = edit.create('FRAME', pageId, { fills: [solid()], ...at(0, 0, 1000, 1000) }).id;
      for (let i = 0; i < 1000; i += 1) edit.create('TEXT', frame, { text: `line ${i}`, fontSize: i === 700 ? 80 : 10, ...at(0, i % 900, 90, 20) });
      return { frame };
    });
    const { client } = await runPlugin(document);
    const { layers } = await client.call('readTextLayers', { nodeIds: [ids.frame] });
    expect(layers).toHaveLength(40);
    expect(layers.map(({ characters }) => characters)).toContain('line 700');
  });

  it('[TL5] fails with SELECTION_GONE when the layer went meanwhile', async () => {
    const { document, ids } = page();
    const { client } = await runPlugin(document);
    remove(document, [ids.frame]);
    expect(await refusal(client.call('readTextLayers', { nodeIds: [ids.frame] }))).toBe('SELECTION_GONE');
  });
});

/** What a person would see beside the layer, by the host's own account. */
function labelsOf(document: HostDocument, id: string): string[] {
  const entries = document.graph.getNode(id)?.pluginData.filter(({ key }) => key === 'annotations') ?? [];
  return entries.flatMap(({ value }) => (JSON.parse(value) as { label?: string; labelMarkdown?: string }[]).map((each) => each.label ?? each.labelMarkdown ?? ''));
}

describe('alt text', () => {
  const frame = () => drawn((edit, pageId) => ({
    frame: edit.create('FRAME', pageId, { fills: [solid()], ...at(0, 0, 100, 100) }).id,
    section: edit.create('SECTION', pageId, { fills: [solid()], ...at(300, 0, 100, 100) }).id,
  }));

  it('[AN1] is written as an annotation, in one undo step', async () => {
    const { document, ids } = frame();
    const { client } = await runPlugin(document);
    await client.call('writeAltText', { nodeId: ids.frame, text: 'Two boats\u0007 in a harbour' });
    expect(labelsOf(document, ids.frame)).toEqual(['Alt text: Two boats in a harbour']);
    undo(document);
    expect(labelsOf(document, ids.frame)).toEqual([]);
  });

  it('[AN2] takes the place of the one before; annotations of others stay, with their formatting', async () => {
    const { document, ids } = frame();
    const entry = { pluginId: '\u0000host', key: 'annotations', value: JSON.stringify([{ labelMarkdown: '**Nav**', properties: [{ type: 'width' }], categoryId: 'c1' }]) };
    document.edit('user', (edit) => edit.update(ids.frame, { pluginData: [entry] }));
    const { client } = await runPlugin(document);
    await client.call('writeAltText', { nodeId: ids.frame, text: 'First' });
    await client.call('writeAltText', { nodeId: ids.frame, text: 'Second' });
    expect(labelsOf(document, ids.frame)).toEqual(['**Nav**', 'Alt text: Second']);
  });

  it('[AN4] a picture that an AI made is annotated in the step that places it, where its record says so, and alt text stays; Restore takes it away', async () => {
    const { document, ids } = frame();
    const { client } = await runPlugin(document);
    await client.call('writeAltText', { nodeId: ids.frame, text: 'A harbour' });
    await client.call('replaceFill', { nodeId: ids.frame, bytes: png(64, 64), recipe: { ...RECIPE, isMarked: true } });
    expect(labelsOf(document, ids.frame)).toEqual(['Alt text: A harbour', 'AI-generated']);
    await client.call('restoreFill', { nodeId: ids.frame });
    expect(labelsOf(document, ids.frame)).toEqual(['Alt text: A harbour']);
    await client.call('replaceFill', { nodeId: ids.frame, bytes: png(64, 64), recipe: { ...RECIPE, isMarked: true } });
    undo(document);
    expect(labelsOf(document, ids.frame)).toEqual(['Alt text: A harbour']);
    const { nodeId } = await client.call('placeBeside', { source: null, size: { width: 64, height: 64 }, bytes: png(64, 64), name: 'Plain', recipe: RECIPE });
    expect(labelsOf(document, nodeId)).toEqual([]);
  });

  it('[AN3] says so where the layer takes none, the file cannot be edited, or the layer is gone', async () => {
    const { document, ids } = frame();
    const { client } = await runPlugin(document);
    expect(await refusal(client.call('writeAltText', { nodeId: ids.section, text: 'A' }))).toBe('ANNOTATION_REFUSED');
    remove(document, [ids.frame]);
    expect(await refusal(client.call('writeAltText', { nodeId: ids.frame, text: 'A' }))).toBe('SELECTION_GONE');
    const viewed = frame();
    const dev = await runPlugin(viewed.document, { editorType: 'dev' });
    expect(await refusal(dev.client.call('writeAltText', { nodeId: viewed.ids.frame, text: 'A' }))).toBe('READ_ONLY');
  });
});
