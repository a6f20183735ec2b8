// What AI pictures carry and how they are marked, in plain words, with the pages to read on.
import { changeSettings, openLink } from '../../actions.ts';
import { settings } from '../../store/session.ts';

export function Responsible() {
  const { marks } = settings.value;
  return (
    <section aria-label="AI pictures" class="settings-section notes">
      <h3>AI pictures</h3>
      <label class="tick">
        <input type="checkbox" checked={marks.name} onChange={() => changeSettings({ marks: { ...marks, name: !marks.name } })} />
        <span>Add “AI-generated” to layer names</span>
      </label>
      <label class="tick">
        <input type="checkbox" checked={marks.annotation} onChange={() => changeSettings({ marks: { ...marks, annotation: !marks.annotation } })} />
        <span>Annotate their layers as AI-generated</span>
      </label>
      <p>Every picture that Gemini makes carries SynthID, a mark in the pixels that nobody sees and that Google’s tools find again; it cannot be switched off, and says that AI was used, not what is true in the picture.</p>
      <p>Some pictures come with Content Credentials (C2PA) as well. They stay while a picture goes into the file as it came; where it has to be cropped or converted they are lost, and its recipe says so.</p>
      <div class="row">
        <button type="button" class="link" onClick={() => openLink('policy')}>
          What Google forbids
        </button>
        <button type="button" class="link" onClick={() => openLink('synthid')}>
          About SynthID
        </button>
        <button type="button" class="link" onClick={() => openLink('c2pa')}>
          About C2PA
        </button>
      </div>
    </section>
  );
}
