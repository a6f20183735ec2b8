// What simulations of a service with a known truth share.
import * as esbuild from 'esbuild';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** What a module of `contents` exports; it may import from src. */
export async function loadCore(contents) {
  const { outputFiles } = await esbuild.build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format: 'esm', platform: 'node', target: 'es2022' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/** A number of the standard normal distribution (Box and Muller, 1958). `dice` gives numbers from 0 up to 1. */
export function normal(dice) {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
}
