/** Character classes by UTF-16 code unit, without regular expressions in the hot path. */

export function isSpace(c: number): boolean {
  return (
    c === 32 ||
    (c >= 9 && c <= 13) ||
    c === 0xa0 ||
    c === 0x2028 ||
    c === 0x2029 ||
    (c >= 0x2000 && c <= 0x200b) ||
    c === 0x3000 ||
    c === 0xfeff ||
    c === 0x1680 ||
    c === 0x202f ||
    c === 0x205f
  )
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57

export const isUpper = (c: number): boolean =>
  (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7) || (c > 0xff && isCased(c, true))

export const isLower = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0xff && c !== 0xf7) || (c > 0xff && isCased(c, false))

/** Letters outside Latin-1: a letter is what has two cases, or lies in a script without cases. */
function isCased(c: number, upper: boolean): boolean {
  if (c >= 0xd800) return false
  const s = String.fromCharCode(c)
  return upper ? s.toLowerCase() !== s : s.toUpperCase() !== s
}

/** Letters and combining marks, any script; half characters (surrogates) count as no letter. */
export function isLetter(c: number): boolean {
  if (c < 128) return (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
  if (c < 0x2000) return c === 0xaa || c === 0xb5 || c === 0xba || (c >= 0xc0 && c !== 0xd7 && c !== 0xf7)
  return (
    (c >= 0x2c00 && c < 0x2e00) ||
    (c >= 0x3040 && c < 0xd800) ||
    (c >= 0xf900 && c < 0xfe00) ||
    (c >= 0xfe70 && c < 0xff00) ||
    (c >= 0x2071 && c <= 0x209c) ||
    (c >= 0x2100 && c <= 0x218f && c !== 0x2116)
  )
}
