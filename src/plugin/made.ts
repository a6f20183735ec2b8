// What was made before, by the digest of its request: the same request is answered from the file's own pictures. A short list on this
// computer; whether a picture is in this file is asked of the file, each time.
import * as z from '../core/z.ts';
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import type { RecipeRecord } from '../core/provenance.ts';
import { load, save } from './storage.ts';

/** Requests that are remembered, the newest; some 300 bytes each. */
const MOST = 600;

const schema = z.object({
  version: z.literal(1),
  made: z.array(z.object({ key: z.string(), hash: z.string(), model: z.string(), width: z.number(), height: z.number(), changes: z.array(z.string()), hasC2pa: z.boolean() })),
});
type Made = z.infer<typeof schema>['made'][number];

let known: Map<string, Made> | null = null;

/** Bytes of the picture that this request made, if this file still has it. */
export async function findMade({ requestKey }: CallInput<'findMade'>): Promise<CallOutput<'findMade'>> {
  const all = await loadMade();
  const made = all.get(requestKey);
  const image = made && figma.getImageByHash(made.hash);
  const bytes = image ? await image.getBytesAsync().catch(() => null) : null;
  if (!made || !bytes) return { found: null };
  return { found: { bytes, imageHash: made.hash, model: made.model, answeredSize: { width: made.width, height: made.height }, changes: made.changes, hasC2pa: made.hasC2pa } };
}

/** After a picture came into the file. What cannot be remembered is made again, no more: nothing is said. */
export async function rememberMade({ requestKey, model, answeredSize, changes, hasC2pa }: RecipeRecord, hash: string): Promise<void> {
  const all = await loadMade();
  all.delete(requestKey);
  all.set(requestKey, { key: requestKey, hash, model, ...answeredSize, changes, hasC2pa });
  const newest = [...all.values()].slice(-MOST);
  known = new Map(newest.map((made) => [made.key, made]));
  await save('made', { version: 1, made: newest }).catch(() => undefined);
}

async function loadMade(): Promise<Map<string, Made>> {
  if (known) return known;
  const stored = z.safeParse(schema, await load('made').catch(() => null));
  known = new Map((stored.success ? stored.data.made : []).map((made) => [made.key, made]));
  return known;
}
