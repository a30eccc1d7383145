import type { Firing, Watch } from '#archive'
import { xmlText } from '../exports/xml-text.ts'

/** What a watch caught as an Atom feed (RFC 4287); `base` is the address of the desk. */
export function watchFeed(
  { id, title }: Pick<Watch, 'id' | 'title'>,
  madeAt: string,
  firings: readonly Firing[],
  base: string,
): string {
  const self = new URL(`api/watches/${encodeURIComponent(id)}/feed`, base).href
  const updated = firings[0]?.at ?? madeAt
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:rapporteur:watch:${xmlText(encodeURIComponent(id))}</id>
  <title>${xmlText(title)}</title>
  <updated>${updated}</updated>
  <author><name>Rapporteur</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
${firings.map((firing) => entry(firing, base)).join('')}</feed>
`
}

function entry({ id, title, at, documentId, item, evidence }: Firing, base: string): string {
  const link =
    documentId === null
      ? base
      : new URL(
          `documents/${encodeURIComponent(documentId)}${item === null ? '' : `#${encodeURIComponent(item)}`}`,
          base,
        ).href
  const words = evidence.map(
    ({ text, source, title: heading, published }) =>
      `“${text}” (${[source, heading, published].filter((it) => it !== null).join(', ')})`,
  )
  return `  <entry>
    <id>urn:rapporteur:${xmlText(id)}</id>
    <title>${xmlText(title)}</title>
    <updated>${at}</updated>
    <link rel="alternate" href="${xmlText(link)}"/>
    <content type="text">${xmlText(words.join('\n\n'))}</content>
  </entry>
`
}
