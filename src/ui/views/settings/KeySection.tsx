// The Gemini key and the engine. The key goes in and never comes out: only its last characters are shown.
import { engineOf, engines } from '../../../core/engines.ts';
import { useRef } from 'preact/hooks';
import { VariegateError } from '../../../core/errors.ts';
import { imageModel, textModel } from '../../../core/model.ts';
import type { Settings } from '../../../core/settings.ts';
import { changeSettings, forgetKey, openLink, saveKey, testKey } from '../../actions.ts';
import { gatewayKey, key, keyTest, settings } from '../../store/session.ts';
import type { KeyTest } from '../../store/session.ts';
import { Select } from '../parts/Select.tsx';
import { useWanted } from '../screen.ts';
import { KeyForm } from './KeyForm.tsx';

export function KeySection() {
  const field = useRef<HTMLInputElement>(null);
  useWanted('key', field);
  return (
    <section aria-label="Gemini" class="settings-section">
      <KeyForm label="Gemini API key" button="Save key" isSet={key.value.isSet} fieldRef={field} onSave={saveKey} />
      <p class="key-state">{key.value.isSet ? `Key ends in …${key.value.ending}` : 'No key: offline engine in use'}</p>
      <div class="row">
        {key.value.isSet && <SavedKeyButtons />}
        <button type="button" class="link" onClick={() => openLink('keys')}>
          Get a key
        </button>
        <button type="button" class="link" onClick={() => openLink('billing')}>
          Open billing
        </button>
      </div>
      <p aria-live="polite" class="hint">
        {testSentence(keyTest.value)}
      </p>
      <EngineSelect />
    </section>
  );
}

function SavedKeyButtons() {
  return (
    <>
      <button type="button" class="button" onClick={() => testKey()}>
        Test key
      </button>
      <button type="button" class="button" onClick={() => forgetKey()}>
        Forget key
      </button>
    </>
  );
}

function EngineSelect() {
  const hint = hintOf(settings.value.engine);
  return (
    <Select
      label="Engine"
      // One of another build is passed over, as in the work itself.
      value={engineOf(settings.value.engine)?.id ?? 'offline'}
      options={engines().map(({ id: value, label }) => ({ value, label }))}
      {...(hint === null ? {} : { hint })}
      onChange={(engine) => changeSettings({ engine })}
    />
  );
}

function hintOf(engine: Settings['engine']): string | null {
  if (engine === 'gemini' && !key.value.isSet) return 'Gemini starts with your key; until then the offline preview works.';
  if (engine === 'gateway' && (!gatewayKey.value.isSet || settings.value.gateway.model === '')) return 'The gateway starts with its key and a model; until then the offline preview works.';
  return null;
}

function testSentence(test: KeyTest): string {
  switch (test.at) {
    case 'idle':
      return '';
    case 'testing':
      return 'Testing the key.';
    case 'passed':
      return test.usableModels.length === 0
        ? 'The key works, but can use none of the models known here.'
        : `The key works with ${test.usableModels.map(modelLabel).join(', ')}.`;
    case 'failed': {
      const error = new VariegateError(test.error.code, test.error.details);
      return `${error.message} ${error.why}`;
    }
  }
}

function modelLabel(id: string): string {
  return imageModel(id)?.label ?? textModel(id)?.label ?? id;
}
