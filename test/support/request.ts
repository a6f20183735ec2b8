// A whole request for tests, with any field changed.
import type { GenerationRequest } from '../../src/core/request.ts';

export function aRequest(patch: Partial<GenerationRequest> = {}): GenerationRequest {
  return {
    id: 'run1/0',
    runId: 'run1',
    recipe: { id: 'variants', version: 1 },
    provider: 'gemini',
    model: 'gemini-nano-banana-2.1',
    prompt: 'Image 1 is a source picture. Amber dusk.',
    brief: 'a rainy evening',
    direction: { id: 'd1', caption: 'Amber dusk', text: 'Low amber light from the left.', axes: ['lighting'] },
    closeness: 3,
    inputs: [{ role: 'source', name: 'Hero', digest: 'ab'.repeat(32), size: { width: 1264, height: 848 } }],
    ratio: '3:2',
    sizeClass: '1K',
    size: { width: 1264, height: 848 },
    content: { x: 0, y: 2, width: 1264, height: 843 },
    target: { width: 1440, height: 960 },
    variation: 0,
    ...patch,
  };
}
