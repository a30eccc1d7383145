/** A blob as bytes of its own: libsql gives an ArrayBuffer, node:sqlite a Uint8Array. */
export function bytesOf(cell: unknown): Uint8Array<ArrayBuffer> {
  return cell instanceof ArrayBuffer || cell instanceof Uint8Array ? new Uint8Array(cell) : new Uint8Array()
}
