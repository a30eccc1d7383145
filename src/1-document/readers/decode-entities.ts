import { contentOf, openHtml } from './open-html.ts'

/** Text with HTML entities read; tags, if any, fall away. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\d+|#x[\da-f]+|\w+);/i.test(text)) return text
  const page = openHtml(text)
  return page ? (contentOf(page).textContent ?? '').trim() : text
}
