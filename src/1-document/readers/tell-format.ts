import { columnsOf } from './csv-columns.ts'
import type { Format } from './reading.ts'

/** Tells the format of a text from its beginning, and where that is not enough from the name of its file. */
export function tellFormat(text: string, name = ''): Format {
  const head = text.slice(0, 65_536).replace(/^[\s\ufeff]+/, '')
  if (isWire(text)) return 'wire'
  if (/(?:^|>)\s{0,80}\d{1,5} of \d{1,5} DOCUMENTS\s{0,80}(?:$|<)/m.test(head))
    return head.startsWith('<') ? 'nexis-html' : 'nexis'
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^From \S+ .*\d{4}\s*\n[\w-]+:/.test(head)) return 'mbox'
  if (isMail(head)) return 'mail'
  if (head.startsWith('{') || head.startsWith('[')) return tellJson(head) ?? 'text'
  if (head.startsWith('<')) return tellExport(head, text) ?? tellMarkup(head, ending)
  const header = firstLine(head.replace(/^sep=.\r?\n/i, ''))
  if (ending === 'csv' || ending === 'tsv' || columnsOf(header) !== null) return 'csv'
  if (ending === 'jsonl' || ending === 'ndjson') return 'jsonl'
  if (/^html?$/.test(ending) || /<(?:html|body|p|div)[\s>]/i.test(head.slice(0, 2048))) return 'html'
  return 'text'
}

/**
 * IPTC 7901 and ANPA 1312 begin with SOH, after SYNs, and their text with STX; telegraph messages stand between ZCZC
 * and NNNN.
 */
const isWire = (text: string) =>
  /^\s{0,20}ZCZC[ \w/-]{0,40}\r?\n/.test(text.slice(0, 100)) ||
  (/^\p{Cc}{1,4}/u.test(text) && text.slice(0, 6).includes('\u0001') && text.slice(0, 400).includes('\u0002'))

/** Header fields from the first line on, among them those that every mail has. */
function isMail(head: string): boolean {
  if (!/^[\w-]{2,40}:[ \t]/.test(head)) return false
  const end = /\r?\n\r?\n/.exec(head)?.index ?? 0
  const lines = head.slice(0, end).split(/\r?\n/)
  const has = (name: RegExp) => lines.some((line) => name.test(line))
  return (
    lines.every((line) => /^(?:[\w-]+:|[ \t])/.test(line)) &&
    has(/^from:/i) &&
    has(/^(?:subject|message-id|mime-version):/i)
  )
}

const firstLine = (head: string) => head.slice(0, /[\r\n]/.exec(head)?.index ?? head.length)

/** Research exports are pages whose class names give them away. */
function tellExport(head: string, text: string): Format | null {
  if (/<title>\s*Factiva\s*<\/title>/i.test(head) && /class="article [a-z]{2}Article"/.test(text))
    return 'factiva-html'
  return /class="DocPublicationName"/.test(text) ? 'europresse' : null
}

/** Elements that a page or a piece of one may begin with. */
const HTML = new Set(
  'p div span a b i br table title meta article section h1 h2 h3 ul ol img style script font center'.split(
    ' ',
  ),
)

/** JSON Lines where the first line is a value of its own; else one JSON value over many lines. */
function tellJson(head: string): Format | null {
  if (!/^(?:\[\s*)?\{\s*(?:"|\}|$)|^\[\s*\]/.test(head)) return null
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(head.slice(0, 4096))) return 'feed'
  if (head.startsWith('[')) return 'json'
  const end = head.indexOf('\n')
  if (end < 0) return 'jsonl'
  // "{" alone, or a key whose value goes on below: pretty-printed
  return /^\{\s*(?:"[^"]*"\s*:.*,\s*|"[^"]*"\s*:\s*[[{]\s*)?$/.test(head.slice(0, end).trimEnd())
    ? 'json'
    : 'jsonl'
}

function tellMarkup(head: string, ending: string): Format {
  const root = rootName(head)
  if (/^(?:rss|feed|rdf:rdf|atom:feed)$/.test(root)) return 'feed'
  if (/^(?:html|head|body|!doctype html)$/.test(root)) return 'html'
  if (/^<\?xml/.test(head) && root !== '') return 'xml'
  if (
    /^(?:\w+:)?(?:newsmessage|newsitem|packageitem|newsml|nitf|ppsresponse|xmlnewsqueuedresponse|rbnews)$/.test(
      root,
    )
  )
    return 'xml'
  if (root === 'reuters' || /^<!doctype lewis\b/i.test(head)) return 'reuters-sgml'
  return /^x?html?$/.test(ending) || HTML.has(root) ? 'html' : root === '' ? 'text' : 'xml'
}

/** The first element's name, lower-case, behind declarations and comments. */
function rootName(head: string): string {
  let at = 0
  for (let skipped = 0; skipped < 20; skipped++) {
    at = skipBlank(head, at)
    const end = endOfPrologue(head, at)
    if (end < 0) break
    at = end
  }
  const name = /^<(!doctype\s+html|[\w:.-]+)/i.exec(head.slice(at, at + 200))?.[1] ?? ''
  return name.toLowerCase().replace(/\s+/g, ' ')
}

function skipBlank(head: string, from: number): number {
  let at = from
  while (at < head.length && /\s/.test(head.charAt(at))) at++
  return at
}

/** Where the processing instruction, comment or document type that begins here ends; -1 if none begins here. */
function endOfPrologue(head: string, at: number): number {
  const behind = (mark: string) => {
    const end = head.indexOf(mark, at)
    return end < 0 ? -1 : end + mark.length
  }
  if (head.startsWith('<?', at)) return behind('>')
  if (head.startsWith('<!--', at)) return behind('-->')
  if (!/^<!doctype(?!\s+html)/i.test(head.slice(at, at + 20))) return -1
  const end = head.indexOf('>', at)
  const inner = head.indexOf('[', at)
  return inner >= 0 && inner < end ? behind(']>') : end + 1
}
