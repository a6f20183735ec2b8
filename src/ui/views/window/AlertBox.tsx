// The one error on screen: what happened, why, one button for what to do, and the cause behind "Details".
import { TriangleAlert, X } from 'lucide';
import { useSignal } from '@preact/signals';
import { ACTION_LABELS, VariegateError } from '../../../core/errors.ts';
import { dismissAlert, reportText, runAlertAction } from '../../actions.ts';
import { alert } from '../../store/session.ts';
import type { Alert } from '../../store/session.ts';
import { placeOf } from '../errorPlace.ts';
import { Icon } from '../parts/Icon.tsx';
import { Report } from '../parts/Report.tsx';
import { goTo, useScreen } from '../screen.ts';

export function AlertBox() {
  const shown = alert.value;
  return shown && <ShownAlert key={`${shown.error.code}${shown.jobId ?? ''}`} shown={shown} />;
}

function ShownAlert({ shown }: { shown: Alert }) {
  const screen = useScreen();
  const isOpen = useSignal(false);
  const error = new VariegateError(shown.error.code, shown.error.details);
  const press = () => {
    const place = placeOf(error.action, shown.error.code);
    if (error.action === 'copyReport' || error.action === 'restartPlugin') return (isOpen.value = true);
    if (!place) return runAlertAction();
    goTo(screen, place);
    return dismissAlert();
  };
  return (
    <div class="alert">
      <div role="alert" class="alert-body">
        <Icon of={TriangleAlert} />
        <p>
          <strong>{error.message}</strong> {error.why}
        </p>
        <div class="row">
          <button type="button" class="button" onClick={press}>
            {ACTION_LABELS[error.action]}
          </button>
          <button type="button" class="link is-quiet" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
            Details
          </button>
        </div>
      </div>
      {isOpen.value && (
        <div class="alert-details">
          {error.action === 'restartPlugin' && <p>Close this window, then start Variegate again from the Plugins menu.</p>}
          {shown.error.details.cause && <p class="cause">{shown.error.details.cause}</p>}
          <Report text={reportText()} />
        </div>
      )}
      {error.action !== 'dismiss' && (
        <button type="button" class="icon-button alert-close" aria-label="Dismiss" title="Dismiss" onClick={() => dismissAlert()}>
          <Icon of={X} />
        </button>
      )}
    </div>
  );
}
