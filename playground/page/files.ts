// Opens files into the workspace: the sample document and .fig files that a person chose or dropped.
import { openFig } from '../host/document.ts';
import { loadFontsFor } from '../host/fonts.ts';
import { buildSampleDocument } from '../sample/document.ts';
import { SAMPLE_PICTURES, type SamplePictures } from '../sample/pictureNames.ts';
import type { HostDocument } from '../host/document.ts';
import type { Workspace } from './workspace.ts';

/** The sample document with its pictures, fetched from the playground's server. */
export async function openSample(): Promise<HostDocument> {
  const entries = await Promise.all(SAMPLE_PICTURES.map(async (name) => {
    const response = await fetch(`/sample/${name}.jpg`);
    if (!response.ok) throw new Error(`The picture ${name}.jpg did not load.`);
    return [name, new Uint8Array(await response.arrayBuffer())] as const;
  }));
  return buildSampleDocument(Object.fromEntries(entries) as SamplePictures); // every name of the list is there
}

/** Replaces the open file; what cannot be read leaves it as it was and says so. */
export async function openFile(workspace: Workspace, file: File): Promise<boolean> {
  try {
    const document = await openFig(new Uint8Array(await file.arrayBuffer()), file.name.replace(/\.fig$/i, ''));
    await loadFontsFor(document.graph, document.pages().map((page) => page.id));
    const { width, height } = workspace.file.peek().viewport;
    document.setViewport({ width, height }, 'user');
    workspace.trouble.value = null;
    workspace.file.value = document;
    return true;
  } catch {
    workspace.trouble.value = `${file.name} could not be opened. It is not a .fig file that this reader knows.`;
    return false;
  }
}
