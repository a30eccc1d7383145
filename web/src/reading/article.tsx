import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useMemo } from 'react'
import type { Kind } from './kinds.ts'
import { singular } from './kinds.ts'
import { evidence, type RecordIndex, relatedIds } from './record-index.ts'
import { type Block, blocks, cut, type Mark, type Segment } from './segments.ts'
import type { Selection } from './selection.ts'

interface ArticleProps {
  readonly index: RecordIndex
  readonly shown: ReadonlySet<Kind>
  readonly selection: Selection
  readonly articleRef: RefObject<HTMLElement | null>
}

/** The text with the record's evidence marked in place. */
export function Article({ index, shown, selection, articleRef }: ArticleProps) {
  const { text, title } = index.record.document
  const paragraphs = useMemo(() => blocks(text, title), [text, title])
  const marks = useMarks(index, shown, selection.selected)
  const linked = new Set<string>()
  return (
    <article ref={articleRef} className="article" aria-label="The report, with its evidence marked">
      {paragraphs.map((block) => (
        <Paragraph key={block.start} block={block}>
          {cut(block.start, block.end, marks).map((segment) => (
            <Words
              key={segment.start}
              segment={segment}
              text={text.slice(segment.start, segment.end)}
              selection={selection}
              linked={linked}
            />
          ))}
        </Paragraph>
      ))}
    </article>
  )
}

function Paragraph({ block, children }: { readonly block: Block; readonly children: React.ReactNode }) {
  if (block.kind === 'title') return <h1 className="headline">{children}</h1>
  if (block.kind === 'subhead') return <h2 className="subhead">{children}</h2>
  return <p>{children}</p>
}

/** The marks to draw: those of the kinds shown, and the wider evidence of what is selected. */
function useMarks(index: RecordIndex, shown: ReadonlySet<Kind>, selected: string | null): readonly Mark[] {
  return useMemo(() => {
    const item = selected === null ? undefined : index.items.get(selected)
    const marks = index.marks.filter((mark) => shown.has(mark.kind) || mark.id === selected)
    if (item === undefined) return marks
    const related = new Set(relatedIds(item))
    const hidden = index.marks.filter((mark) => related.has(mark.id) && !shown.has(mark.kind))
    const { start, end } = evidence(item)
    return [...marks, ...hidden, { kind: item.kind, id: item.value.id, part: 'evidence', start, end }]
  }, [index, shown, selected])
}

interface WordsProps {
  readonly segment: Segment
  readonly text: string
  readonly selection: Selection
  /** Marks that already have their link; the first words of a mark carry it. */
  readonly linked: Set<string>
}

function Words({ segment, text, selection, linked }: WordsProps) {
  const own = segment.marks.filter((mark) => mark.part !== 'evidence')
  if (segment.marks.length === 0) return text
  const ids = own.map((mark) => mark.id).join(' ')
  const className = classesOf(segment, selection)
  const first = own.find((mark) => !linked.has(mark.id))
  if (first === undefined || text.trim() === '') {
    return (
      <span className={className} data-ids={ids}>
        {text}
      </span>
    )
  }
  linked.add(first.id)
  return (
    <a
      className={className}
      href={`#${first.id}`}
      data-ids={ids}
      data-mark={first.id}
      tabIndex={selection.tabStop === first.id ? 0 : -1}
      aria-current={selection.selected === first.id ? 'true' : undefined}
      aria-description={singular(first.kind)}
    >
      {text}
    </a>
  )
}

function classesOf(segment: Segment, { selected, hovered, related }: Selection): string {
  const classes = new Set(['seg'])
  for (const mark of segment.marks) {
    classes.add(mark.part === 'self' ? `m-${mark.kind}` : `m-${mark.part}`)
    if (mark.id === selected) classes.add('is-selected')
    if (mark.id === hovered) classes.add('is-hovered')
    if (mark.part === 'self' && related.has(mark.id)) classes.add('is-related')
  }
  return [...classes].join(' ')
}

/** Arrow keys walk from mark to mark; the text is one stop of the tab order. */
export function walkMarks(event: ReactKeyboardEvent | KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const target = event.target
  if (step === 0 || !(target instanceof HTMLElement) || target.dataset.mark === undefined) return
  const links = [...(target.closest('.article')?.querySelectorAll<HTMLElement>('a[data-mark]') ?? [])]
  const next = links[links.indexOf(target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
