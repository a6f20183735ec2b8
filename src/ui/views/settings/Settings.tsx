// The panel "Settings": key, engine, money, and what is kept where.
import { ArrowLeft } from 'lucide';
import { useRef } from 'preact/hooks';
import { studio } from '../../late.ts';
import { Later } from '../parts/Later.tsx';
import { Icon } from '../parts/Icon.tsx';
import { settings } from '../../store/session.ts';
import { useScreen, useWanted } from '../screen.ts';
import { SETTINGS_BUTTON_ID } from '../window/Header.tsx';
import { DataNotes } from './DataNotes.tsx';
import { KeySection } from './KeySection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { PaceSection } from './PaceSection.tsx';

export function Settings() {
  const { panel, tab } = useScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  useWanted('settings', heading);
  const goBack = () => {
    document.getElementById(SETTINGS_BUTTON_ID)?.focus();
    panel.value = tab.value;
  };
  return (
    <div class="settings">
      <div class="settings-head">
        <button type="button" class="button" onClick={goBack}>
          <Icon of={ArrowLeft} />
          <span>Back</span>
        </button>
        <h2 ref={heading} tabIndex={-1}>
          Settings
        </h2>
      </div>
      <KeySection />
      {settings.value.engine === 'gateway' && <Later draw={drawGateway} />}
      <MoneySection />
      <PaceSection />
      <Later draw={drawLearnt} />
      <DataNotes />
    </div>
  );
}

function drawGateway() {
  const { Gateway } = studio();
  return <Gateway />;
}

function drawLearnt() {
  return <Learnt />;
}

function Learnt() {
  const { ModelRule, Responsible, Taste } = studio();
  return (
    <>
      <ModelRule />
      <Taste />
      <Responsible />
    </>
  );
}
