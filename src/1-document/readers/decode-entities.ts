import { openHtml } from './open-html.ts'

/** Text with HTML entities read; tags, if any, fall away. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\d+|#x[\da-f]+|\w+);/i.test(text)) return text
  return openHtml(text)?.body.textContent?.trim() ?? text
}
