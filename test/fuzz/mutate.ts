/** A small seeded generator (mulberry32): the same seed gives the same mutations on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SPLICES: readonly string[] = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\\',
  '\0',
  '\r',
  '\n',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ',',
  '(',
  ')',
  '—',
  ' - ',
  '--',
  '\ud800',
  '\ufeff',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '<!DOCTYPE x [',
  '&#0;',
  '&#x110000;',
  '&nbsp;',
  '&lol;',
  '</p>',
  '<p>',
  '<table>',
  '<svg><style>',
  '<script>',
  '{"text":',
  '"text":null',
  '\u0001',
  '\u0002',
  '\u0003',
  '\u0016',
  '1 of 9 DOCUMENTS',
  '<REUTERS',
  '<BODY>',
  'a'.repeat(3000),
  '('.repeat(500),
  ' '.repeat(2000),
  '<b>'.repeat(400),
  '[{'.repeat(300),
  '\u0301'.repeat(300),
  '2014-13-45',
  '99999999999999999999',
  'charset=utf-7',
  'encoding="utf-16"',
  'encoding="ISO-2022-JP"',
]

/** Breaks bytes in one to six places: flips, cuts, doublings, swaps, splices of what parsers trip over. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = bytes
  const times = 1 + Math.floor(random() * 6)
  for (let i = 0; i < times; i++) out = mutateOnce(out, random)
  return out
}

function mutateOnce(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * Math.max(1, limit))
  const at = below(bytes.length)
  const to = Math.min(bytes.length, at + 1 + below(60))
  switch (below(6)) {
    case 0: {
      const out = bytes.slice()
      out[at] = below(256)
      return out
    }
    case 1:
      return bytes.slice(0, at)
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(to))
    case 3:
      return join(bytes.subarray(0, to), bytes.subarray(at))
    case 4:
      return join(
        bytes.subarray(0, at),
        new TextEncoder().encode(SPLICES[below(SPLICES.length)] ?? ''),
        bytes.subarray(at),
      )
    default:
      return join(bytes.subarray(to), bytes.subarray(at, to), bytes.subarray(0, at))
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
