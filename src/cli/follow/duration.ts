const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** "30s", "15m", "2h", "1d" in milliseconds; null where it is none of these. */
export function duration(words: string): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?([smhd])$/.exec(words.trim()) ?? []
  return number === undefined || unit === undefined ? null : Number(number) * (UNITS[unit] ?? Number.NaN)
}
