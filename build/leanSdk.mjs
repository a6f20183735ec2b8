// Google's SDK without what Variegate does not use: the parts for Vertex, live audio, tuning, caches and agents, which its one class
// reaches and a bundler therefore keeps. Nothing of ours is put in: lines of its constructor and getters are left out, and the question
// whether it talks to Vertex is answered with no. A version that has other lines stops the build. Why: decisions/0012.
import { readFile } from 'node:fs/promises';

const CLASS = 'class GoogleGenAI {';
/** Members that the constructor makes; each must be there, and must be gone afterwards. */
const UNUSED = ['live', 'chats', 'caches', 'files', 'operations', 'authTokens', 'tunings', 'fileSearchStores'];
const GETTER = /^ {4}(?:getNextGenClient\(\)|get \w+\(\)) \{\n(?: {8}.*\n)*? {4}\}\n/gm;
/** The web client refuses a project, and we never ask for Vertex. */
const IS_VERTEX = /\b(?:this\.)?(?:apiClient|client)\.isVertexAI\(\)/g;

export const leanSdk = {
  name: 'lean-sdk',
  setup(build) {
    build.onLoad({ filter: /@google[\\/]genai[\\/]dist[\\/]web[\\/]index\.mjs$/ }, async ({ path }) => ({ contents: lean(await readFile(path, 'utf8')), loader: 'js' }));
  },
};

/** The SDK's module with less in it. Throws when it does not look as expected. */
export function lean(source) {
  const start = source.indexOf(CLASS);
  if (start < 0) throw new Error(`the SDK has no ${CLASS}`);
  const before = source.slice(0, start);
  let own = without(source.slice(start), GETTER, 'getters of the class');
  for (const name of UNUSED) own = without(own, new RegExp(`^ {8}this\\.${name} = new .*\\n`, 'm'), name);
  if (!IS_VERTEX.test(before)) throw new Error('the SDK does not ask for Vertex as expected');
  return before.replace(IS_VERTEX, 'false') + own;
}

function without(text, pattern, what) {
  const shorter = text.replace(pattern, '');
  if (shorter === text) throw new Error(`the SDK has no ${what} as expected`);
  return shorter;
}
