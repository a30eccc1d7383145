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
  return parseHTML(page).document as unknown as DomDocument
}

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

/** The element that holds the page's content: broken heads can leave an empty first body behind. */
export function contentOf(document: DomDocument): DomElement {
  const bodies = document.querySelectorAll('body')
  return bodies.length > 1 && document.documentElement ? document.documentElement : document.body
}
