import { unzipSync } from 'fflate'
import { type Entry, isWanted } from './open-tar.ts'

/** Is this the head of a ZIP archive? */
export const isZip = (head: Uint8Array) =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04

/** Reads the files of a ZIP archive; null where it is no archive of files but a Word document. */
export function openZip(bytes: Uint8Array, maxBytes: number, maxTotal: number): readonly Entry[] | null {
  const names: { path: string; fits: boolean }[] = []
  let total = 0
  let word = false
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      word ||= name === 'word/document.xml'
      if (word || !isWanted(name)) return false
      total += originalSize
      if (total > maxTotal) throw Object.assign(new Error('zip'), { code: 'ZIP_LARGE' })
      names.push({ path: name, fits: originalSize <= maxBytes })
      return originalSize <= maxBytes
    },
  })
  return word ? null : names.map(({ path, fits }) => ({ path, bytes: fits ? (files[path] ?? null) : null }))
}
