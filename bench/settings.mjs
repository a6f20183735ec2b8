// The settings that measurements run with, and the module of src that defines them, bundled for Node.
import * as esbuild from 'esbuild';
import path from 'node:path';

async function load(file) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, '..', file)],
    bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

const { DEFAULT_SETTINGS: defaults } = await load('src/core/settings.ts');

/** No limits, no first-start card. */
export const DEFAULT_SETTINGS = { ...defaults, hasSeenIntro: true, limitPerRunUsd: 0, limitPerDayUsd: 0 };
