// Bytes that are kept for long lie in Blobs, outside the window's own memory; these two carry them there and back.

/** `type` is not needed: whoever reads the bytes trusts their magic number alone. */
export function keepBytes(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)]);
}

export async function readBlob(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
