import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { writeBundle } from '../../src/2-syntax/bundle.ts'

/** The bytes of a file of weights, the hash of its sections inside. */
export function writeWeights(
  meta: Record<string, unknown>,
  sections: Record<string, Uint8Array>,
): Uint8Array {
  const hash = sha256.create()
  for (const bytes of Object.values(sections)) hash.update(bytes)
  return writeBundle({ ...meta, hash: `sha256:${bytesToHex(hash.digest())}` }, sections)
}
