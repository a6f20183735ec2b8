import type { Plugin } from 'esbuild';

export const leanSdk: Plugin;
export function lean(source: string): string;
