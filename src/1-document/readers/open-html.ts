import { parseHTML } from 'linkedom/worker'
import type { DomDocument, DomElement } from './dom.ts'

/** Elements deeper than this are no page a person wrote; the DOM's own walks slow down with depth. */
const DEEPEST = 1500

/** Elements that end themselves or that pages often leave open. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot option'.split(
    ' ',
  ),
)

/** Parses HTML (a page or a snippet); null where its elements nest too deep. */
export function openHtml(html: string): DomDocument | null {
  if (depthOf(html) > DEEPEST) return null
  const page = /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document } = parseHTML(page)
  // of a page that breaks off in its first tag nothing is left
  return (document.documentElement ? document : parseHTML(EMPTY).document) as unknown as DomDocument
}

const EMPTY = '<!doctype html><html><body></body></html>'

/** How deep elements nest at most, in one pass. */
function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/gi)) {
    if (name === undefined || SHALLOW.has(name.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

/** The element that holds the page's content: broken pages have no body or an empty first one. */
export function contentOf(document: DomDocument): DomElement {
  const bodies = document.querySelectorAll('body')
  return (bodies.length === 1 ? bodies[0] : document.documentElement) as DomElement
}
