// Builds the document that the playground opens with: pages "Landing" and "Mood board". It takes the pictures' bytes and reads nothing.
import { createDocument, type HostDocument } from '../host/document.ts';
import { buildLayers } from './layers.ts';
import { landingPage } from './landing.ts';
import { moodBoardPage } from './moodBoard.ts';
import { SAMPLE_PICTURES, type SampleHashes, type SamplePictures } from './pictureNames.ts';

/** The same layers and pictures every time. Nothing is selected, and undo starts empty. */
export function buildSampleDocument(pictures: SamplePictures): HostDocument {
  const document = createDocument('Stillwater');
  const hashes = Object.fromEntries(SAMPLE_PICTURES.map((name) => [name, document.addImage(pictures[name])])) as SampleHashes; // every name of the list is there
  // As another person's edit: it must not become the first step of the reader's undo.
  document.edit('remote', (edit) => {
    edit.update(document.currentPageId, { name: 'Landing' });
    buildLayers(edit, document.currentPageId, landingPage(hashes));
    const second = edit.create('CANVAS', document.graph.rootId, { name: 'Mood board', width: 0, height: 0 });
    buildLayers(edit, second.id, moodBoardPage(hashes));
  });
  linkInstances(document);
  return document;
}

/** Gives every instance the content of the component that shares its name. */
function linkInstances(document: HostDocument): void {
  const nodes = [...document.graph.getAllNodes()];
  for (const instance of nodes.filter((node) => node.type === 'INSTANCE')) {
    const component = nodes.find((node) => node.type === 'COMPONENT' && node.name === instance.name);
    const parentId = instance.parentId;
    if (!component || !parentId) throw new Error(`No component is named ${instance.name}.`);
    const { x, y } = instance;
    const place = document.graph.getChildren(parentId).indexOf(instance);
    document.edit('remote', (edit) => {
      edit.remove(instance.id);
      const made = document.graph.createInstance(component.id, parentId, { x, y });
      if (made) edit.insert(made.id, parentId, place);
    });
  }
}
