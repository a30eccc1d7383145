import type { DomElement, DomNode } from './dom.ts'

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

/** What is never running text. */
const NEVER = new Set(
  `script style noscript template iframe object embed svg math canvas audio video picture button input select textarea
head`.split(/\s+/),
)

/** What stands around running text. */
const AROUND = new Set('form nav figure figcaption footer aside dialog'.split(' '))

const ELEMENT = 1
const TEXT = 3

/** The element's name in lower case. */
export const nameOf = (element: DomElement) => (element.tagName ?? '').toLowerCase()

/** Is this a picture with its caption, a menu, a form or the like? */
export const standsAround = (element: DomElement) => AROUND.has(nameOf(element))

/** The text of an element as lines, a block each, without scripts and without what `skip` names. */
export function htmlLines(
  root: DomNode,
  skip: (element: DomElement) => boolean = standsAround,
): readonly string[] {
  const lines: string[] = []
  let words = ''
  const end = () => {
    const line = words.replace(/[\s\u00a0]+/g, ' ').trim()
    if (line !== '') lines.push(line)
    words = ''
  }
  // a stack instead of recursion: pages may nest deep
  const stack: (DomNode | 'end')[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') end()
    else if (node.nodeType === TEXT) words += node.nodeValue ?? ''
    else if (node.nodeType === ELEMENT || node === root) {
      const name = nameOf(node as DomElement)
      if (node !== root && (NEVER.has(name) || skip(node as DomElement))) continue
      if (name === 'br') end()
      if (BLOCKS.has(name)) {
        end()
        stack.push('end')
      }
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child)
    }
  }
  end()
  return lines
}
