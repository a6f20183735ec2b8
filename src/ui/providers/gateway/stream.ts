// An answer that streams although it was not asked to: its pieces put together to what would have come at once.

interface Message {
  content: string;
  images: unknown[];
}

/** Lines of server-sent events, each with a piece of an answer; unreadable ones are passed over. */
export function readStream(text: string): unknown {
  const message: Message = { content: '', images: [] };
  let finish: unknown = null;
  let usage: unknown = null;
  for (const line of text.split('\n')) {
    const piece = pieceOf(line);
    if (!piece) continue;
    const choices = piece['choices'];
    const choice = recordOf(Array.isArray(choices) ? (choices as readonly unknown[])[0] : null);
    const delta = recordOf(choice?.['delta'] ?? choice?.['message']);
    if (typeof delta?.['content'] === 'string') message.content += delta['content'];
    if (Array.isArray(delta?.['images'])) message.images.push(...(delta['images'] as readonly unknown[]));
    finish = choice?.['finish_reason'] ?? finish;
    usage = piece['usage'] ?? usage;
  }
  return { choices: [{ message, finish_reason: finish }], usage };
}

function pieceOf(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith('data:')) return null;
  try {
    return recordOf(JSON.parse(line.slice('data:'.length)));
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}
