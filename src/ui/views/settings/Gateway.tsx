// An OpenAI-compatible gateway: where it is, its key, which model, and what its test found. The key goes in and never comes out.
import { VariegateError } from '../../../core/errors.ts';
import { GATEWAYS } from '../../../core/gateways.ts';
import type { GatewayFound } from '../../../core/gateways.ts';
import { forgetGatewayKey, saveGatewayKey, setGateway, testGateway } from '../../gatewayActions.ts';
import { gatewayKey, gatewayTest, settings } from '../../store/session.ts';
import { KeyForm } from './KeyForm.tsx';

export function Gateway() {
  const { url, model } = settings.value.gateway;
  return (
    <section aria-label="Gateway" class="settings-section">
      <TextField label="Gateway URL" value={url} placeholder={GATEWAYS[0]?.baseUrl ?? ''} onSet={(text) => setGateway({ url: text })} />
      <p class="hint">{GATEWAYS.map(({ label, baseUrl }) => `${label}: ${baseUrl}`).join('; ')}. Figma lets the plugin reach no others.</p>
      <KeyForm label="Gateway key" button="Save gateway key" isSet={gatewayKey.value.isSet} onSave={saveGatewayKey} />
      <p class="key-state">{gatewayKey.value.isSet ? `Gateway key ends in …${gatewayKey.value.ending}` : 'No gateway key'}</p>
      <TextField label="Gateway model" value={model} placeholder="google/gemini-3-pro-image" onSet={(text) => setGateway({ model: text })} />
      <div class="row">
        <button type="button" class="button" onClick={() => testGateway()}>
          Test gateway
        </button>
        {gatewayKey.value.isSet && (
          <button type="button" class="button" onClick={() => forgetGatewayKey()}>
            Forget gateway key
          </button>
        )}
      </div>
      <p class="hint">The test asks two short questions and makes one small picture; the gateway may charge for it.</p>
      <div aria-live="polite">
        <Found />
      </div>
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onSet: (text: string) => void;
}

function TextField({ label, value, placeholder, onSet }: FieldProps) {
  return (
    <label class="field-stack">
      <span>{label}</span>
      <input class="input" type="text" spellcheck={false} autocomplete="off" maxLength={200} placeholder={placeholder} value={value} onChange={(event) => onSet(event.currentTarget.value.trim())} />
    </label>
  );
}

function Found() {
  const test = gatewayTest.value;
  const { url, model, found } = settings.value.gateway;
  if (test.at === 'testing') return <p class="hint">Testing the gateway.</p>;
  if (test.at === 'failed') {
    const error = new VariegateError(test.error.code, test.error.details);
    return <p class="hint">{`${error.message} ${error.why}`}</p>;
  }
  if (!found || found.url !== url || found.model !== model) return <p class="hint">This address and model are not tested yet.</p>;
  return (
    <ul class="improve" aria-label="What the gateway can do">
      {sentencesOf(found).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentencesOf({ answers, sees, makes, keepsInputs, why }: GatewayFound): string[] {
  return [
    answers ? 'It answers questions.' : 'It answers no questions.',
    sees ? 'It looks at pictures that are sent along.' : 'It does not look at pictures that are sent along: describing and judging need another model.',
    makes ? 'It makes pictures.' : `It makes no pictures. ${why}`.trim(),
    ...(makes ? [keepsInputs ? 'What is sent along shapes what it makes.' : 'It drops what is sent along when it makes pictures: only recipes from words work.'] : []),
  ];
}
