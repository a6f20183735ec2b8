// The sample document in Node: reads the pictures beside this file. The page fetches them instead.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostDocument } from '../host/document.ts';
import { buildSampleDocument } from './document.ts';
import { SAMPLE_PICTURES, type SamplePictures } from './pictureNames.ts';

export async function readSampleDocument(): Promise<HostDocument> {
  const entries = await Promise.all(SAMPLE_PICTURES.map(async (name) =>
    [name, new Uint8Array(await readFile(join(import.meta.dirname, 'pictures', `${name}.jpg`)))] as const));
  return buildSampleDocument(Object.fromEntries(entries) as SamplePictures); // every name of the list is there
}
