import { isIsoDate } from '../is-iso-date.ts'

/** The day in an address like `…/2022/04/10/…`: where nothing else tells the date of publication, this does. */
export function dateInUrl(url: string): string | null {
  const parts = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url)
  if (!parts) return null
  const date = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}
