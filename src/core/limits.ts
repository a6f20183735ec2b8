// Limits that others set, each with its source and the day it was read. Models and prices are in model.ts.

export interface Limit {
  readonly value: number;
  readonly unit: 'image px' | 'bytes' | 'count' | 'ms';
  readonly source: string;
  readonly checked: string;
}

const CHECKED = '2026-11-22';
const OWN = 'ours, see docs/decisions';

export const LIMITS = {
  /** Longest side of a picture that figma.createImage takes. */
  figmaImageSide: {
    value: 4096,
    unit: 'image px',
    source: 'https://developers.figma.com/docs/plugins/api/properties/figma-createimage/',
    checked: CHECKED,
  },
  /** All of clientStorage of one plugin, keys included. */
  clientStorage: {
    value: 5_000_000,
    unit: 'bytes',
    source: 'https://developers.figma.com/docs/plugins/api/figma-clientStorage/',
    checked: CHECKED,
  },
  /** One entry of plugin data: plugin id, key and value together. */
  pluginDataEntry: {
    value: 100_000,
    unit: 'bytes',
    source: '@figma/plugin-typings 1.142.0, PluginDataMixin.setPluginData',
    checked: CHECKED,
  },
  /** Longer side of an export or a reference that we send; our own choice. Gemini reads pictures in tiles far below it. */
  sentLongEdge: { value: 2048, unit: 'image px', source: OWN, checked: CHECKED },
  /** All inline bytes of one Gemini request; above it the Files API would be needed. */
  geminiInline: {
    value: 20_000_000,
    unit: 'bytes',
    source: 'https://ai.google.dev/gemini-api/docs/image-understanding',
    checked: CHECKED,
  },
  /** References a designer may add beside the source; our own choice, below every card's own limit. */
  references: { value: 6, unit: 'count', source: OWN, checked: CHECKED },
  /** File of a reference, before it is read; our own choice: what a window can hold twice without trouble. */
  referenceFile: { value: 60_000_000, unit: 'bytes', source: OWN, checked: CHECKED },
  /** Pictures of one overnight job, at 2K or below; more could be made, billed, and never fetched. */
  overnightPictures: {
    value: 20,
    unit: 'count',
    source: 'https://discuss.ai.google.dev/t/174261: jobs of 122 pictures at 2K could be fetched (1 GB each), of 150 never; 20 leaves room for a window’s memory',
    checked: '2026-11-29',
  },
  /** The same at 4K, where one is about four times as heavy. */
  overnightPictures4K: { value: 5, unit: 'count', source: 'a quarter of the pixels’ share, ours', checked: '2026-11-29' },
  /** How long one request may take before we give it up. */
  requestTime: { value: 180_000, unit: 'ms', source: OWN, checked: CHECKED },
} as const satisfies Record<string, Limit>;
