import { names } from 'virtual:country-names'

/** A country's name by its alpha-3 code; a code that is none comes back as it is. */
export const countryName = (code: string): string => names[code] ?? code

/** All countries, by name. */
export const COUNTRIES: readonly { readonly code: string; readonly name: string }[] = Object.entries(names)
  .map(([code, name]) => ({ code, name }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The code behind what somebody typed: a code or a name, whole. */
export function countryCode(typed: string): string | null {
  const asked = typed.trim().toLowerCase()
  const found = COUNTRIES.find(
    ({ code, name }) => code.toLowerCase() === asked || name.toLowerCase() === asked,
  )
  return found?.code ?? null
}
