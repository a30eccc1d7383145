/** Longest that a server may make us wait: one week. */
const LONGEST_SECONDS = 7 * 86_400

/** `Retry-After` in seconds: a number, or an HTTP date (RFC 9110, 10.2.3); null where it is neither. */
export function retryAfter(value: string | undefined, now: Date): number | null {
  const words = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(words)) return Math.min(Number(words), LONGEST_SECONDS)
  const at = /\bGMT$/.test(words) ? Date.parse(words) : Number.NaN
  if (Number.isNaN(at)) return null
  return Math.min(Math.max(0, Math.ceil((at - now.getTime()) / 1000)), LONGEST_SECONDS)
}
