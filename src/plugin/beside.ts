// Puts one finished picture on the canvas without a slot: beside its source, or in view.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { fitPlace } from '../core/placement.ts';
import { clearMark } from './marker.ts';
import type { Owner } from './marker.ts';
import { checkPicture, takePicture } from './picture.ts';
import { makeRectangles } from './rectangles.ts';
import { dressAsResult } from './slots.ts';
import { stamp } from './stamp.ts';

export async function placeBeside(
  input: CallInput<'placeBeside'>,
  owner: Owner,
  beforeWriting: () => void,
): Promise<CallOutput<'placeBeside'>> {
  const slot = fitPlace(input.size, checkPicture(input.bytes));
  const wish = { source: input.source, slot, count: 1, runId: input.recipe.runId };
  return makeRectangles(wish, owner, beforeWriting, ([made], page) => {
    if (!made) throw new VariegateError('PLACE_FAILED');
    const imageHash = takePicture(input.bytes);
    dressAsResult(made.node, imageHash, input.name);
    stamp(made.node, input.recipe);
    clearMark(made.node);
    return { nodeId: made.node.id, imageHash, pageId: page.id };
  });
}
