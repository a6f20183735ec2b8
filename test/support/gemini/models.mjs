// The models that the loopback Gemini knows, written apart from the product's own table: a test compares the two.

const TEN = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
const ALL = [...TEN, '1:4', '4:1', '1:8', '8:1'];

export const IMAGE_MODELS = {
  'gemini-nano-banana-2.1': { sizes: ['1K', '2K', '4K'], ratios: ALL, references: 14, tokens: { '1K': 1120, '2K': 1680, '4K': 3780 } },
  'gemini-3-pro-image': { sizes: ['1K', '2K', '4K'], ratios: TEN, references: 14, tokens: { '1K': 1120, '2K': 1120, '4K': 2000 } },
  'gemini-3.1-flash-lite-image': { sizes: ['1K'], ratios: ALL, references: 14, tokens: { '1K': 1120 } },
};

export const TEXT_MODELS = ['gemini-3.8-flash', 'gemini-4-hydrogen', 'gemini-3.6-flash', 'gemini-3.5-flash-lite'];

/** Seen in the list of models too, and of no use to the product. */
export const OTHER_MODELS = ['gemini-embedding-2', 'veo-4.0-generate', 'aqa'];

const PIXELS_1K = {
  '1:1': [1024, 1024], '2:3': [848, 1264], '3:2': [1264, 848], '3:4': [896, 1200], '4:3': [1200, 896],
  '4:5': [928, 1152], '5:4': [1152, 928], '9:16': [768, 1376], '16:9': [1376, 768], '21:9': [1584, 672],
  '1:4': [512, 2048], '4:1': [2048, 512], '1:8': [384, 3072], '8:1': [3072, 384],
};

/** The pixels of an answer, as Google's page lists them. */
export function answerSize(ratio, sizeClass) {
  const [width, height] = PIXELS_1K[ratio];
  const factor = { '1K': 1, '2K': 2, '4K': 4 }[sizeClass];
  return { width: width * factor, height: height * factor };
}
