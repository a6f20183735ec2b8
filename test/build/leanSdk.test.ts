// The SDK as it ships: less of it, and the same requests. What it does as built, the tests in Chromium say.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lean } from '../../build/leanSdk.mjs';

const file = path.resolve(import.meta.dirname, '../../node_modules/@google/genai/dist/web/index.mjs');
const source = await readFile(file, 'utf8');

describe('the lean SDK', () => {
  it('[AR11] makes the models and the batches and nothing else, and never asks for Vertex', () => {
    const own = lean(source).slice(lean(source).indexOf('class GoogleGenAI {'));
    expect([...own.matchAll(/this\.(\w+) = new /g)].map((found) => found[1])).toEqual(['apiClient', 'models', 'batches']);
    expect(own).not.toMatch(/^ {4}get /m);
    expect(lean(source)).not.toMatch(/piClient\.isVertexAI\(\)/);
  });

  it.each([
    ['another class', source.replace('class GoogleGenAI {', 'class Gemini {')],
    ['no live part', source.replace('this.live = new Live', 'this.live = makeLive')],
    ['no question about Vertex', source.replace(/isVertexAI/g, 'isCloud')],
  ])('[AR11] refuses a version with %s', (_what, other) => {
    expect(() => lean(other)).toThrow(/the SDK (has no|does not)/);
  });
});
