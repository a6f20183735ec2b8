// Every change of the document goes through here: one undo step, and one kind of failure. Nothing here knows what is changed.
import { VariegateError, toVariegateError } from '../core/errors.ts';

/**
 * False in Dev Mode, the only place where Figma starts plugins in a file that cannot be edited. Trying a write beforehand would be
 * a change nobody asked for; where Figma refuses one all the same, the write itself fails with READ_ONLY.
 */
export function canEdit(): boolean {
  return figma.editorType !== 'dev';
}

/** For writes without any await: exactly one undo step. Fails with READ_ONLY, PLACE_FAILED or what `write` throws of our own. */
export function asOneStep<T>(write: () => T): T {
  if (!canEdit()) throw new VariegateError('READ_ONLY');
  try {
    figma.commitUndo();
    const result = write();
    figma.commitUndo();
    return result;
  } catch (thrown) {
    throw asWriteFailure(thrown);
  }
}

/** For the few writes that Figma makes us await, such as unlinking a style; `write` looks for `removed` after each of them. */
export async function asOneLongStep<T>(write: () => Promise<T>): Promise<T> {
  if (!canEdit()) throw new VariegateError('READ_ONLY');
  try {
    figma.commitUndo();
    const result = await write();
    figma.commitUndo();
    return result;
  } catch (thrown) {
    throw asWriteFailure(thrown);
  }
}

/** Notes of ours in the file that are no step of the designer's: what comes next takes them along. Fails with READ_ONLY or PLACE_FAILED. */
export function aside<T>(write: () => T): T {
  if (!canEdit()) throw new VariegateError('READ_ONLY');
  try {
    return write();
  } catch (thrown) {
    throw asWriteFailure(thrown);
  }
}

function asWriteFailure(thrown: unknown): VariegateError {
  if (thrown instanceof VariegateError) return thrown;
  return toVariegateError(thrown, refusesWrites() ? 'READ_ONLY' : 'PLACE_FAILED');
}

// Asked only after a failure: the smallest write there is, the name that the page has.
function refusesWrites(): boolean {
  try {
    const page = figma.currentPage;
    page.name = page.name;
    return false;
  } catch {
    return true;
  }
}
