// Reads a plugin's arguments: wrong ones throw as Figma's validation does. It knows no document.

export function fail(member: string, why: string): never {
  throw new Error(`in ${member}: ${why}`);
}

export function invalid(property: string, why: string): never {
  throw new Error(`in set_${property}: Property "${property}" failed validation: ${why}`);
}

export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export function asNumber(property: string, value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : invalid(property, `Expected number, received ${typeName(value)}`);
}

export function asString(property: string, value: unknown): string {
  return typeof value === 'string' ? value : invalid(property, `Expected string, received ${typeName(value)}`);
}

export function asBoolean(property: string, value: unknown): boolean {
  return typeof value === 'boolean' ? value : invalid(property, `Expected boolean, received ${typeName(value)}`);
}

export function asOneOf<T extends string>(property: string, value: unknown, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  return found ?? invalid(property, `Invalid enum value. Expected ${options.map((option) => `'${option}'`).join(' | ')}, received '${String(value)}'`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

/** A string argument of a call. */
export function stringArg(member: string, value: unknown, name: string): string {
  return typeof value === 'string' ? value : fail(member, `Expected "${name}" to have type string, got ${typeName(value)}`);
}
