import { stemmer } from 'stemmer'

/** Longest word that is kept; PostgreSQL refuses words of more than 2,046 bytes. */
const LONGEST = 200

/** A word without marks and capitals; its stem (Porter 1980) where that is asked for. */
export function wordForm(word: string, stem: boolean): string {
  const plain = (
    PLAIN.test(word)
      ? word
      : word
          .normalize('NFD')
          .replace(/\p{Mn}+/gu, '')
          .normalize('NFC')
  ).toLowerCase()
  return (stem ? stemmer(plain) : plain).slice(0, LONGEST)
}

const PLAIN = /^[\x20-\x7e]*$/

/** Letters, digits and what stands on them; the runs of it are the words. */
export const WORD = /[\p{L}\p{Mn}\p{N}\p{Co}_]+/gu

/**
 * Words as SQLite's tokenizers see them (`unicode61 remove_diacritics 2 tokenchars '_'`, with `porter` before it),
 * so that a search finds the same whatever the archive is kept in.
 */
export const tokensOf = (text: string, stem: boolean): string[] =>
  (text.match(WORD) ?? []).map((word) => wordForm(word, stem)).filter(Boolean)
