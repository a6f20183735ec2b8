// Which control an error's button leads to. Actions that are not a matter of looking are left to ui/actions.
import type { ErrorAction, ErrorCode } from '../../core/errors.ts';
import type { Place } from './screen.ts';

/** The control to show for an action; null when the action does something else than show a control. */
export function placeOf(action: ErrorAction, code: ErrorCode): Place | null {
  switch (action) {
    case 'openSettings':
      return code === 'STORAGE_FULL' ? 'settings' : 'key';
    case 'raiseLimit':
      return code === 'LIMIT_DAY' ? 'limitPerDay' : 'limitPerRun';
    case 'editBrief':
      return 'brief';
    case 'writeIdea':
      return 'idea';
    case 'writeChange':
      return 'change';
    case 'writeLook':
    case 'makeCard':
      return 'look';
    case 'editFields':
      return 'fields';
    case 'editPrompt':
      return 'prompt';
    case 'changeModel':
      return 'model';
    case 'editReferences':
      return 'references';
    case 'selectLayer':
      return 'selection';
    case 'retry':
    case 'openBilling':
    case 'placeBeside':
    case 'keepInResults':
    case 'restartPlugin':
    case 'copyReport':
    case 'dismiss':
      return null;
  }
}
