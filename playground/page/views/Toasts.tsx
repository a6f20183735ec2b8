// figma.notify on screen, and the page's own troubles: small dark bars at the foot of the canvas.
import { X } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Workspace } from '../workspace.ts';
import { Icon } from './Icon.tsx';

const LOOK_EVERY_MS = 200;

export function Toasts({ workspace }: { readonly workspace: Workspace }) {
  const notices = workspace.notices.value;
  const trouble = workspace.trouble.value;
  // The host owns a notice's time: the view only asks whether it is still there.
  useEffect(() => {
    if (notices.length === 0) return;
    const timer = setInterval(() => {
      const open = workspace.notices.peek().filter((notice) => notice.isOpen());
      if (open.length !== workspace.notices.peek().length) workspace.notices.value = open;
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [notices.length === 0]);
  return (
    <div class="toasts">
      <div role="status" class="toast-list">
        {notices.map((notice) => (
          <div class="toast" key={notice.id} data-error={notice.error || undefined}>
            <span>{notice.message}</span>
            {notice.button !== undefined && <button class="toast-button" onClick={() => notice.press()}>{notice.button}</button>}
            <button class="toast-close" aria-label="Dismiss" onClick={() => { notice.dismiss(); workspace.notices.value = workspace.notices.peek().filter((other) => other !== notice); }}>
              <Icon shape={X} size={14} />
            </button>
          </div>
        ))}
      </div>
      <div role="alert" class="toast-list">
        {trouble !== null && (
          <div class="toast" data-error>
            <span>{trouble}</span>
            <button class="toast-close" aria-label="Dismiss" onClick={() => { workspace.trouble.value = null; }}><Icon shape={X} size={14} /></button>
          </div>
        )}
      </div>
    </div>
  );
}
