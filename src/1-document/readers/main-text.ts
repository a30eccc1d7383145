import type { DomDocument, DomElement } from './dom.ts'
import { htmlLines, standsAround } from './html-lines.ts'
import { contentOf } from './open-html.ts'

/** Names in class, id and role of what stands around a text rather than in it. */
const AROUND =
  /(?:^|[\s_-])(?:newsletter|promo(?:tion|box|s)?|relateds?|share|sharing|social|comments?|captions?|credit|byline|authors?|bio|timestamp|advert\w*|ads?|sponsor\w*|cookies?|consent|onetrust|subscribe|subscription|sign-?up|recirc\w*|outbrain|taboola|breadcrumbs?|tags?|topics|footer|nav|navigation|menu|sidebar|popup|modal|recommend\w*|trending|toolbar|skip|disclaimer|affiliate|donat\w*|gallery|lightbox|tooltip|visually-hidden|sr-only|screen-reader\w*|hidden|metadata|meta|pubdate|published|read-?more|also-?read|more-?(?:stories|news|on|from)|most-?(?:read|popular)|next-?up|infobox|factbox-links|correction-link|widget)(?:$|[\s_-])/i

/** Names that stay around the text even when they are longer than it. */
const SURELY = /(?:cookies?|onetrust|consent|ot-sdk|comments)(?:$|[\s_-])/i

const GOOD_LENGTH = 40
/** The text's home holds so much of all good paragraphs. */
const MASS = 0.8

/** Finds the running text of a page: the lowest element that holds most paragraphs, without what stands around them. */
export function mainText(document: DomDocument): readonly string[] {
  const paragraphs = [...document.querySelectorAll('p, div, span, td, section, article, font')].map(
    (element) => ({
      element,
      length: goodLength(element),
    }),
  )
  const root = contentOf(document)
  const all = massOf(paragraphs)
  const whole = all.get(root) ?? 0
  // an element that holds much of the page is not around its text, whatever it is called
  const around = (element: DomElement) => {
    const share = (all.get(element) ?? 0) / Math.max(1, whole)
    return share < 0.4
      ? standsAround(element) || isAround(element)
      : share < 0.9 && SURELY.test(labelsOf(element))
  }
  const mass = massOf(paragraphs.filter(({ element }) => !isInside(element, around)))
  const home = homeOf(root, mass)
  return home ? htmlLines(home, around) : []
}

type Mass = ReadonlyMap<DomElement, number>

/** How much good text each element holds. */
function massOf(paragraphs: readonly { element: DomElement; length: number }[]): Mass {
  const mass = new Map<DomElement, number>()
  for (const { element, length } of paragraphs) {
    if (length === 0) continue
    for (let at = element.parentElement; at; at = at.parentElement) mass.set(at, (mass.get(at) ?? 0) + length)
  }
  return mass
}

function homeOf(root: DomElement, mass: Mass): DomElement | null {
  const total = mass.get(root) ?? 0
  if (total === 0) return null
  let home = root
  for (let down: DomElement | undefined = root; down; ) {
    home = down
    down = [...down.children].find((child) => (mass.get(child) ?? 0) >= total * MASS)
  }
  return withTwins(home, mass)
}

/** A text may be cut in pieces of one name ("story-body-1", "story-body-2"): the home is what holds them all. */
function withTwins(home: DomElement, mass: Mass): DomElement {
  const stem = stemOf(home)
  let widest = home
  let above = home.parentElement
  for (let level = 0; stem !== '' && above && level < 4; level++) {
    const inside = mass.get(widest) ?? 0
    const twins = [...above.querySelectorAll(home.tagName.toLowerCase())].filter((it) => stemOf(it) === stem)
    const held = twins.reduce((sum, twin) => sum + (mass.get(twin) ?? 0), 0)
    if (held > inside && (mass.get(above) ?? 0) <= held * 1.02) widest = above
    above = above.parentElement
  }
  return widest
}

const stemOf = (element: DomElement) => (element.getAttribute('class') ?? '').replace(/\d+/g, '').trim()

/** Length of text that reads like a paragraph: a `p` with few links, or loose text in another element; else 0. */
function goodLength(element: DomElement): number {
  if (element.tagName !== 'P') return looseLength(element)
  const text = (element.textContent ?? '').trim()
  if (text.length < GOOD_LENGTH) return 0
  return linkedLength(element) > text.length * 0.5 ? 0 : text.length
}

function linkedLength(element: DomElement): number {
  let linked = 0
  for (const link of element.querySelectorAll('a')) linked += (link.textContent ?? '').length
  return linked
}

function looseLength(element: DomElement): number {
  let length = 0
  for (let child = element.lastChild; child; child = child.previousSibling)
    if (child.nodeType === 3) length += (child.nodeValue ?? '').trim().length
  if (length < GOOD_LENGTH) return 0
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.tagName === 'P' || at.tagName === 'A') return 0
  return length
}

function isInside(paragraph: DomElement, around: (element: DomElement) => boolean): boolean {
  for (let at = paragraph.parentElement; at; at = at.parentElement) if (around(at)) return true
  return false
}

/** Does an element by its name, role or style stand around the text? */
export function isAround(element: DomElement): boolean {
  if (/^(?:BODY|MAIN|ARTICLE|HTML|P|A|B|I|U|EM|STRONG|MARK|Q|ABBR)$/.test(element.tagName)) return false
  const role = element.getAttribute('role') ?? ''
  if (/^(?:navigation|complementary|banner|contentinfo|dialog|search|alert)$/.test(role)) return true
  if (element.getAttribute('aria-hidden') === 'true' || element.getAttribute('hidden') !== null) return true
  if (/display:\s*none/.test(element.getAttribute('style') ?? '')) return true
  return AROUND.test(labelsOf(element)) || isLinkList(element)
}

/** A list of links points elsewhere. */
function isLinkList(element: DomElement): boolean {
  return (
    (element.tagName === 'UL' || element.tagName === 'OL') &&
    linkedLength(element) > (element.textContent ?? '').trim().length * 0.7
  )
}

const labelsOf = (element: DomElement) =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
