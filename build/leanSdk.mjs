// Google's SDK without what Variegate does not use: the parts for Vertex, live audio, tuning, caches, videos and agents, which its one
// class reaches and a bundler therefore keeps, and enumerations that nothing reads. Nothing of ours is put in: lines of its constructor,
// getters and methods are left out, and the question whether it talks to Vertex is answered with no. A version that has other lines
// stops the build. Why: decisions/0012.
import { readFile } from 'node:fs/promises';

const CLASS = 'class GoogleGenAI {';
/** Methods of its parts that nothing of ours calls; each must be there, once. */
const UNCALLED = {
  'class Models extends BaseModule {': ['embedContent', 'generateImages', 'editImage', 'upscaleImage', 'generateVideos', 'embedContentInternal', 'generateImagesInternal', 'editImageInternal', 'upscaleImageInternal', 'generateVideosInternal', 'recontextImage', 'segmentImage', 'get', 'update', 'delete', 'countTokens', 'computeTokens'],
  'class Batches extends BaseModule {': ['createEmbeddings', 'createEmbeddingsInternal', 'delete'],
};
/** An enumeration as TypeScript writes it: a call, which a bundler must keep. */
const ENUM = /^var (\w+);\n\(function \(\1\) \{\n([^]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;
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
  const called = Object.entries(UNCALLED).reduce((text, [head, names]) => withoutMethods(text, head, names), before.replace(IS_VERTEX, 'false'));
  // Said to be free of effects, those that nothing reads are left out.
  const pure = called.replace(ENUM, (_whole, name, body) => `var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}\nreturn ${name};\n})({});`);
  if (pure === called) throw new Error('the SDK has no enumerations as expected');
  return pure + own;
}

/** A method ends where a line closes at its own depth; some are set in the constructor, one step deeper. */
function withoutMethods(text, head, names) {
  const start = text.indexOf(head);
  const end = text.indexOf('\n}\n', start) + 1;
  if (start < 0 || end < 1) throw new Error(`the SDK has no ${head}`);
  const part = names.reduce((left, name) => without(left, new RegExp(`^ {4}(?:async )?${name}\\(.*\\) \\{\\n[^]*?^ {4}\\}\\n|^ {8}this\\.${name} = async \\(.*\\) => \\{\\n[^]*?^ {8}\\};\\n`, 'm'), `method ${name}`), text.slice(start, end));
  return text.slice(0, start) + part + text.slice(end);
}

function without(text, pattern, what) {
  const shorter = text.replace(pattern, '');
  if (shorter === text) throw new Error(`the SDK has no ${what} as expected`);
  return shorter;
}
