// Which pictures the sample document holds, by the names of their files.

export const SAMPLE_PICTURES = ['mountain-lake', 'dunes', 'harbour', 'evening-sea', 'birches', 'ceramics', 'oranges'] as const;
export type SamplePictures = Readonly<Record<(typeof SAMPLE_PICTURES)[number], Uint8Array>>;
export type SampleHashes = Readonly<Record<keyof SamplePictures, string>>;
