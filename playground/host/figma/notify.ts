// figma.notify: recorded, so that a page can draw it and a test can press its button.
import type { Notice } from '../options.ts';
import { type ApiMembers } from './member.ts';
import { Callback, Ref } from './crossing.ts';
import type { Session } from './session.ts';
import { isRecord, stringArg } from './values.ts';

const MAX_CHARACTERS = 100;
const DEFAULT_TIMEOUT_MS = 3000;
type Reason = 'timeout' | 'dismiss' | 'action_button_click';

function notify(session: Session, [message, options]: readonly unknown[]): Ref {
  const { timeout, error, onDequeue, button } = isRecord(options) ? options : {};
  const state = { isOpen: true };
  const end = (reason: Reason): void => {
    if (!state.isOpen) return;
    state.isOpen = false;
    if (onDequeue instanceof Callback) onDequeue.invoke([reason]);
  };
  const notice: Notice = {
    id: session.notices.length + 1, message: stringArg('notify', message, 'message').slice(0, MAX_CHARACTERS), error: error === true,
    timeout: typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_MS, ...(isRecord(button) ? { button: String(button['text']) } : {}),
    press: () => press(button, end), dismiss: () => end('dismiss'), isOpen: () => state.isOpen,
  };
  session.notices.push(notice);
  if (Number.isFinite(notice.timeout)) session.later(() => end('timeout'), notice.timeout);
  session.options.onNotify?.(notice);
  return new Ref('notice', String(notice.id));
}

// An action that answers false keeps the notice.
function press(button: unknown, end: (reason: Reason) => void): void {
  const action = isRecord(button) ? button['action'] : undefined;
  const answer = action instanceof Callback ? action.invoke([]) : undefined;
  if (answer !== false) end('action_button_click');
}

export const notifyMembers = { notify: { call: notify } } as const satisfies ApiMembers;
