// How values cross between the sandbox and the host: one JSON text and the byte arrays it points to. The same function runs on both sides (its source
// text is evaluated inside QuickJS), so it may use nothing from outside its own body, and only what QuickJS has.

/** What stands for a live object on the other side: a node, an image, a part of the API. */
export interface WireRef { readonly kind: string; readonly id: string }

export interface WireHooks {
  /** The reference behind a live object, or null when the value is plain data. */
  refOf(value: object): WireRef | null;
  fromRef(ref: WireRef): unknown;
  /** A number under which the other side can call the function. */
  functionId(value: unknown): number;
  fromFunction(id: number): unknown;
  readonly mixed: symbol;
  /** Arrays and objects that are read are frozen, as Figma's are. */
  readonly freezes: boolean;
}

export interface Packet { readonly json: string; readonly bytes: readonly Uint8Array[] }

export interface Wire {
  /** `strict` is postMessage: data only. Throws a TypeError that names what does not cross. */
  encode(value: unknown, strict: boolean): Packet;
  decode(json: string, bytesAt: (index: number) => Uint8Array): unknown;
}

export function makeWire(hooks: WireHooks): Wire {
  function encode(value: unknown, strict: boolean): Packet {
    const bytes: Uint8Array[] = [];
    const above: object[] = [];
    function refuse(what: string): never {
      throw new TypeError(`Cannot pass ${what} to or from the plugin`);
    }
    function walkObject(object: object): unknown {
      const tag = Object.prototype.toString.call(object);
      if (tag === '[object Date]') return { $: 'd', v: Number(object) };
      if (tag === '[object Uint8Array]') return { $: 'b', v: bytes.push(object as Uint8Array) - 1 };
      const ref = hooks.refOf(object);
      if (ref) return strict ? refuse('a node') : { $: 'r', k: ref.kind, i: ref.id };
      if (tag !== '[object Object]' && tag !== '[object Array]') refuse(`a ${tag.slice(8, -1)}`);
      if (above.includes(object)) refuse('an object that contains itself');
      above.push(object);
      const result = Array.isArray(object) ? Array.from(object, walk) : walkRecord(object);
      above.pop();
      return result;
    }
    function walkRecord(record: object): unknown {
      const entries = Object.entries(record).map(([key, member]) => [key, walk(member)]);
      const plain: unknown = Object.fromEntries(entries);
      return '$' in record ? { $: 'o', v: plain } : plain;
    }
    function walk(member: unknown): unknown {
      switch (typeof member) {
        case 'undefined': return { $: 'u' };
        case 'number': return Number.isFinite(member) ? member : { $: 'n', v: String(member) };
        case 'function': return strict ? refuse('a function') : { $: 'f', v: hooks.functionId(member) };
        case 'symbol': return !strict && member === hooks.mixed ? { $: 'm' } : refuse('a symbol');
        case 'bigint': return refuse('a BigInt');
        case 'object': return member === null ? null : walkObject(member);
        case 'boolean': case 'string': return member;
      }
    }
    return { json: JSON.stringify(walk(value)), bytes };
  }

  function decode(json: string, bytesAt: (index: number) => Uint8Array): unknown {
    const keep = <T extends object>(object: T): T => (hooks.freezes ? Object.freeze(object) : object);
    function record(object: object): unknown {
      return keep(Object.fromEntries(Object.entries(object).map(([key, member]) => [key, walk(member)])));
    }
    function special(tagged: { $: string; v?: unknown; k?: unknown; i?: unknown }): unknown {
      switch (tagged.$) {
        case 'u': return undefined;
        case 'n': return Number(tagged.v);
        case 'd': return new Date(Number(tagged.v));
        case 'b': return bytesAt(Number(tagged.v));
        case 'r': return hooks.fromRef({ kind: String(tagged.k), id: String(tagged.i) });
        case 'f': return hooks.fromFunction(Number(tagged.v));
        case 'm': return hooks.mixed;
        default: return record(tagged.v as object);
      }
    }
    function walk(member: unknown): unknown {
      if (typeof member !== 'object' || member === null) return member;
      if (Array.isArray(member)) return keep(member.map(walk));
      return '$' in member ? special(member as { $: string }) : record(member);
    }
    return walk(JSON.parse(json));
  }

  return { encode, decode };
}
