import type { DomElement, DomNode } from './dom.ts'

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

/** What is no running text. */
const SKIPPED = new Set(
  `script style noscript template iframe object embed svg math canvas audio video picture button input select textarea
form nav figure figcaption footer aside dialog head`.split(/\s+/),
)

const ELEMENT = 1
const TEXT = 3

/** The text of an element as lines, a block each; pictures, captions, scripts, menus and forms left out. */
export function htmlLines(
  root: DomNode,
  skip: (element: DomElement) => boolean = () => false,
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
      const element = node as DomElement
      const name = (element.tagName ?? '').toLowerCase()
      if (node !== root && (SKIPPED.has(name) || skip(element))) continue
      if (name === 'br') {
        // two breaks in a row part paragraphs, and so do breaks between sentences
        end()
        continue
      }
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
