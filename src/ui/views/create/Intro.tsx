// What is sent where, said before anything is. Shown until it was read once.
import { finishIntro } from '../../actions.ts';
import { connection, settings } from '../../store/session.ts';

export function Intro() {
  // Before the handshake nobody knows whether it was read.
  if (connection.value === 'starting' || settings.value.hasSeenIntro) return null;
  return (
    <section class="intro" aria-label="Before you start">
      <p>
        With a Gemini key, the exported picture and your words go to Google Gemini, and only when you press Make.
        Without a key nothing leaves this computer: an offline engine without AI draws previews.
      </p>
      <button type="button" class="button" onClick={() => finishIntro()}>
        Got it
      </button>
    </section>
  );
}
