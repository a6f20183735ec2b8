// An answer in pieces, as streamGenerateContent sends it: server-sent events, each a whole JSON with a part of the text.

const CHUNK_CHARS = 60;

/** The events of an answer. What holds no text (a block) is one event. */
export function streamEvents(answer, { chunkChars = CHUNK_CHARS, pieces = (all) => all } = {}) {
  return pieces(streamPieces(answer, chunkChars)).map((piece) => `data: ${typeof piece === 'string' ? piece : JSON.stringify(piece)}\r\n\r\n`);
}

/** The usual answer with another text, at its own count of tokens. */
export function withText(answer, text) {
  const [candidate, ...others] = answer.candidates;
  const usual = candidate.content.parts.map((part) => part.text ?? '').join('');
  const next = typeof text === 'function' ? text(usual) : text;
  return { ...answer, candidates: [{ ...candidate, content: { ...candidate.content, parts: next === '' ? [] : [{ text: next }] } }, ...others] };
}

// The count of tokens grows from piece to piece; only the last one says why it ends.
function streamPieces(answer, chunkChars) {
  const [candidate] = answer.candidates ?? [];
  const letters = [...(candidate?.content?.parts ?? []).map((part) => part.text ?? '').join('')];
  if (letters.length === 0) return [answer];
  const count = Math.ceil(letters.length / chunkChars);
  return Array.from({ length: count }, (_, at) => {
    const isLast = at === count - 1;
    const { finishReason, finishMessage, ...rest } = candidate;
    const ending = isLast ? { finishReason, finishMessage } : {};
    const parts = [{ text: letters.slice(at * chunkChars, (at + 1) * chunkChars).join('') }];
    const usageMetadata = isLast ? answer.usageMetadata : soFar(answer.usageMetadata, (at + 1) / count);
    return { ...answer, candidates: [{ ...rest, content: { ...candidate.content, parts }, ...ending }], usageMetadata };
  });
}

function soFar(usage, part) {
  if (!usage) return usage;
  const { candidatesTokensDetails: _, ...counted } = usage;
  return { ...counted, candidatesTokenCount: Math.round(usage.candidatesTokenCount * part) };
}
