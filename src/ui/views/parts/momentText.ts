// When something was, as short as it can be said.

// Made once: a format costs more than all that it formats.
const MOMENTS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** "28 Nov, 10:04", in the designer's own time; '' where it is no moment (milliseconds since 1970). */
export function momentText(atMs: number): string {
  return Number.isNaN(atMs) ? '' : MOMENTS.format(atMs);
}
