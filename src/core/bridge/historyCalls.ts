// Calls about what was made before: the history of this computer, and the pictures of this file.
import * as z from '../z.ts';
import { bytes, length, nodeId, nothing } from './parts.ts';

export const HISTORY_CALLS = {
  /** A result for the history, new or changed; answers which ones had to go for it. */
  saveHistory: {
    input: z.object({ entry: z.looseObject({ id: z.string().check(z.minLength(1), z.maxLength(120)), rating: z.optional(z.number()) }), thumbnail: z.nullable(bytes) }),
    output: z.object({ gone: z.array(z.string()), usedBytes: z.int() }),
  },
  /** A page of it, the newest first, unread: core/history/entry reads each. */
  readHistory: {
    input: z.object({ from: z.int().check(z.minimum(0)), count: z.int().check(z.minimum(1), z.maximum(1000)) }),
    output: z.object({ entries: z.array(z.unknown()), usedBytes: z.int(), isEnd: z.boolean() }),
  },
  readHistoryThumb: { input: z.object({ id: z.string() }), output: z.object({ bytes: z.nullable(bytes) }) },
  /** All of it where `ids` is null, with what text models answered. */
  forgetHistory: { input: z.object({ ids: z.nullable(z.array(z.string())) }), output: nothing },
  /** Which pictures this file has. */
  arePicturesHere: { input: z.object({ hashes: z.array(z.string()).check(z.maxLength(2000)) }), output: z.object({ here: z.array(z.boolean()) }) },
  /** Onto the page “Variegate results”, where no layer shows them: one undo step. */
  keepPictures: {
    input: z.object({ pictures: z.array(z.object({ hash: z.string(), name: z.string(), width: length, height: length })).check(z.maxLength(500)) }),
    output: z.object({ kept: z.int(), isThere: z.boolean() }),
  },
  readPicture: { input: z.object({ hash: z.string() }), output: z.object({ bytes: z.nullable(bytes) }) },
  /** Every picture of ours on the page that is shown, or in the file; `isWhole` is false where there are more. */
  listPictures: {
    input: z.object({ where: z.enum(['page', 'file']) }),
    output: z.object({
      pictures: z.array(z.object({ nodeId, name: z.string(), page: z.string(), model: z.string(), date: z.string(), costUsd: z.nullable(z.number()), isOfflinePreview: z.boolean(), prompt: z.string(), hasC2pa: z.boolean() })),
      isWhole: z.boolean(),
    }),
  },
} as const;
