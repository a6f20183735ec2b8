// Templates, the designer's own first: use one, save the fields as one, bring some in from a file and take them out again.
import { FileDown, FileUp, Save, X } from 'lucide';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Template } from '../../../core/templates/template.ts';
import { applyTemplate, exportTemplates, forgetTemplate, importTemplates, loadTemplates, saveAsTemplate } from '../../studioActions.ts';
import { hasFields } from '../../store/studio.ts';
import { refusedTemplates, templates } from '../../store/templates.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Report } from '../parts/Report.tsx';

export function Templates() {
  const isOpen = useSignal(false);
  return (
    <Disclosure label="Templates" aside={isOpen.value ? 'Close' : 'Show'} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      <TemplateList />
      <SaveAs />
      <Exchange />
    </Disclosure>
  );
}

function TemplateList() {
  useEffect(() => loadTemplates(), []);
  return (
    <ul class="templates" aria-label="Templates">
      {templates.value.map((template) => (
        <TemplateRow key={template.id} template={template} />
      ))}
    </ul>
  );
}

function TemplateRow({ template: { id, name, isOurs } }: { template: Template }) {
  return (
    <li class="template">
      <span class="name">{name}</span>
      <button type="button" class="link" aria-label={`Use ${name}`} onClick={() => applyTemplate(id)}>
        Use
      </button>
      {!isOurs && (
        <button type="button" class="icon-button" aria-label={`Remove ${name}`} title={`Remove ${name}`} onClick={() => forgetTemplate(id)}>
          <Icon of={X} />
        </button>
      )}
    </li>
  );
}

function SaveAs() {
  const name = useSignal('');
  if (!hasFields.value) return <p class="hint">Fill in the fields to save them as a template. {'{product}'} in a field is a blank.</p>;
  const save = () => {
    saveAsTemplate(name.value);
    name.value = '';
  };
  return (
    <div class="row">
      <input
        type="text"
        aria-label="Template name"
        placeholder="Name"
        maxLength={60}
        value={name.value}
        onInput={(event) => (name.value = event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <button type="button" class="button" onClick={save}>
        <Icon of={Save} />
        Save as template
      </button>
    </div>
  );
}

function Exchange() {
  const file = useRef<HTMLInputElement>(null);
  const exported = useSignal<string | null>(null);
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={() => file.current?.click()}>
          <Icon of={FileUp} />
          Import
        </button>
        <button type="button" class="button" aria-expanded={exported.value !== null} onClick={() => (exported.value = exported.value === null ? exportTemplates() : null)}>
          <Icon of={FileDown} />
          Export
        </button>
      </div>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) importTemplates(chosen);
          event.currentTarget.value = '';
        }}
      />
      {refusedTemplates.value.length > 0 && (
        <ul aria-label="Left out" class="hint">
          {refusedTemplates.value.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {exported.value !== null && <Report text={exported.value} label="Templates as JSON" button="Copy templates" />}
    </>
  );
}
