// Pictures added beside the source. Their bytes are held here once; the draft names them by id.
import { signal } from '@preact/signals';

export interface Reference {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly thumbnailUrl: string;
}

export const referenceImages = signal<readonly Reference[]>([]);
