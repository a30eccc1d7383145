import { SaxesParser } from 'saxes'

/** An element of an XML document; names without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[]
}

const DEEPEST = 500

/** HTML entities that carriers use in XML without declaring them. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  deg: '°',
  shy: '',
}

/** Parses XML into a tree; says where and why it is not well-formed. */
export function parseXml(text: string): XmlElement | { readonly reason: string; readonly place: string } {
  const parser = new SaxesParser()
  const open: Growing[] = []
  const root: { element: XmlElement | null } = { element: null }
  Object.assign(parser.ENTITIES, ENTITIES)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) throw new Error(`elements nest deeper than ${DEEPEST}`)
    const named = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)] as const)
    const element: Growing = { name: localName(name), attributes: new Map(named), children: [] }
    open[open.length - 1]?.children.push(element)
    root.element ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const keep = (words: string) => open[open.length - 1]?.children.push(words)
  parser.on('text', keep)
  parser.on('cdata', keep)
  try {
    parser.write(text).close()
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '') : ''
    const open = /^unclosed tag: (.+)$/.exec(why)?.[1]
    const reason = open ? `breaks off: ${open} is never closed` : `is not well-formed XML: ${why}`
    return { reason, place: `line ${parser.line}` }
  }
  return root.element ?? { reason: 'is XML without an element', place: 'line 1' }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** All elements of a name below an element, in order; does not look inside those found. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) yield child
    else yield* descendants(child, name)
  }
}

/** The first element on a path of names, each anywhere below the one before. */
export function at(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let found: XmlElement | null = element
  for (const name of path) found = found && (descendants(found, name).next().value ?? null)
  return found
}

/** All text below an element on one line, null if there is none. */
export function lineOf(element: XmlElement | null): string | null {
  return element && (xmlLines(element).join(' ').trim() || null)
}

const BLOCKS = new Set(
  `p br div hl1 hl2 h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr block body section article header blockquote bq
paragraph hr media fn note`.split(/\s+/),
)

const SKIPPED = new Set(
  'media media-caption script style head title nitf-table nav footer figure figcaption'.split(' '),
)

/** The text of an element as lines, a block each. */
export function xmlLines(root: XmlElement): readonly string[] {
  const lines: string[] = []
  let words = ''
  const end = () => {
    const line = words.replace(/\s+/g, ' ').trim()
    if (line !== '') lines.push(line)
    words = ''
  }
  const walk = (element: XmlElement) => {
    const block = BLOCKS.has(element.name)
    if (block) end()
    for (const child of element.children) {
      if (typeof child === 'string') words += child
      else if (child.name === 'pre') {
        end()
        for (const line of textOf(child).split(/\n\s*\n|\n(?=\s{2,}\S)/)) {
          words = line
          end()
        }
      } else if (!SKIPPED.has(child.name)) walk(child)
      if (typeof child !== 'string' && child.name === 'td') words += ' '
    }
    if (block) end()
  }
  walk(root)
  end()
  return lines
}

/** All text below an element as it stands. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
