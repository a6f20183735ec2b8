// The small schemas that calls are made of.
import * as z from '../z.ts';

/** Bytes by shape and not by prototype: `instanceof Uint8Array` fails across realms. */
export const bytes = z.custom<Uint8Array>(
  (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]',
  'not bytes',
);
export const length = z.number().check(z.minimum(0), z.maximum(1e7));
export const coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7));
export const nodeId = z.string().check(z.minLength(1), z.maxLength(300));
export const box = z.object({ x: coordinate, y: coordinate, width: length, height: length });
export const size = z.object({ width: length, height: length });
export const nothing = z.object({});
export const digest = z.string().check(z.minLength(64), z.maxLength(64));
export const ticket = z.string().check(z.minLength(1), z.maxLength(100));
/** Where a run belongs; frozen when Make was pressed. */
export const runSource = z.object({ pageId: z.string(), nodeIds: z.array(nodeId), name: z.string(), box });
export const placed = z.object({ nodeId, imageHash: z.string(), pageId: z.string() });
