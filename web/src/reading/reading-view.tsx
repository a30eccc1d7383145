import { useEffect, useMemo, useRef, useState } from 'react'
import type { HappeningOf, Report } from '../api/rows.ts'
import type { DocumentRecord } from '../api/types.ts'
import { Article, walkMarks } from './article.tsx'
import { ActCard, type CardContext } from './cards.tsx'
import { KINDS, type Kind, plural, SHOWN_AT_FIRST, singular } from './kinds.ts'
import { Panel } from './panel.tsx'
import { indexRecord, type RecordIndex } from './record-index.ts'
import { type Selection, setShortcuts, shortcutsOn, useSelection } from './selection.ts'

interface ReadingViewProps {
  readonly record: DocumentRecord
  readonly happenings: readonly HappeningOf[]
  /** Id of the item in the URL. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** A report with its evidence marked in place and its record beside it. */
export function ReadingView({ record, happenings, selected, onSelect }: ReadingViewProps) {
  const index = useMemo(() => indexRecord(record), [record])
  const elsewhere = useMemo(() => reportsElsewhere(record, happenings), [record, happenings])
  const [shown, setShown] = useState<ReadonlySet<Kind>>(() => new Set(SHOWN_AT_FIRST))
  const root = useRef<HTMLDivElement>(null)
  const articleRef = useRef<HTMLElement>(null)
  const { selection, step, choose } = useSelection({ index, selected, onSelect, root, articleRef })
  useArrows(articleRef)
  const context: CardContext = {
    index,
    selected: selection.selected,
    hovered: selection.hovered,
    elsewhere,
  }
  return (
    <div ref={root} className="reading">
      <div className="reading-bar">
        <Legend index={index} shown={shown} onChange={setShown} />
        <Stepper index={index} selection={selection} step={step} />
      </div>
      <Article index={index} shown={shown} selection={selection} articleRef={articleRef} />
      <Panel context={context} shown={withSelected(shown, context)} />
      <Sheet context={context} onStep={step} onClose={() => choose(null, 'keys')} />
      <output className="unseen">{spoken(context)}</output>
    </div>
  )
}

/** What is chosen is always shown in the record, even if its kind is switched off. */
function withSelected(shown: ReadonlySet<Kind>, { index, selected }: CardContext): ReadonlySet<Kind> {
  const item = selected === null ? undefined : index.items.get(selected)
  const listed = new Set([...shown, 'position' as const])
  return item === undefined ? listed : listed.add(item.kind)
}

function reportsElsewhere(
  record: DocumentRecord,
  happenings: readonly HappeningOf[],
): ReadonlyMap<string, readonly Report[]> {
  const found = new Map<string, readonly Report[]>()
  for (const { reports } of happenings) {
    const others = reports.filter((report) => report.documentId !== record.document.id)
    for (const report of reports) {
      if (report.documentId === record.document.id && others.length > 0) found.set(report.eventId, others)
    }
  }
  return found
}

function useArrows(articleRef: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = articleRef.current
    element?.addEventListener('keydown', walkMarks)
    return () => element?.removeEventListener('keydown', walkMarks)
  }, [articleRef])
}

interface LegendProps {
  readonly index: RecordIndex
  readonly shown: ReadonlySet<Kind>
  readonly onChange: (shown: ReadonlySet<Kind>) => void
}

/** What each mark means; a press shows or hides that kind. */
function Legend({ index, shown, onChange }: LegendProps) {
  const toggle = (kind: Kind) => {
    const next = new Set(shown)
    if (!next.delete(kind)) next.add(kind)
    onChange(next)
  }
  return (
    <fieldset className="legend">
      <legend className="unseen">Kinds of mark shown</legend>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={shown.has(kind)}
          disabled={index.counts[kind] === 0}
          onClick={() => toggle(kind)}
        >
          <span className={`seg m-${kind}`}>{plural(kind)}</span>{' '}
          <span className="count">{index.counts[kind]}</span>
        </button>
      ))}
    </fieldset>
  )
}

interface StepperProps {
  readonly index: RecordIndex
  readonly selection: Selection
  readonly step: (by: 1 | -1) => void
}

function Stepper({ index, selection, step }: StepperProps) {
  const [keys, setKeys] = useState(shortcutsOn)
  const at = selection.selected === null ? -1 : index.acts.indexOf(selection.selected)
  const change = (on: boolean) => {
    setShortcuts(on)
    setKeys(on)
  }
  return (
    <div className="stepper">
      <button type="button" onClick={() => step(-1)} disabled={index.acts.length === 0}>
        <span aria-hidden="true">‹</span> Previous<span className="unseen"> act</span> <kbd>k</kbd>
      </button>
      <span className="count">
        {at < 0 ? '–' : at + 1} / {index.acts.length}
        <span className="unseen"> acts</span>
      </span>
      <button type="button" onClick={() => step(1)} disabled={index.acts.length === 0}>
        Next<span className="unseen"> act</span> <kbd>j</kbd> <span aria-hidden="true">›</span>
      </button>
      <label className="keys">
        <input type="checkbox" checked={keys} onChange={(event) => change(event.target.checked)} /> keys
      </label>
    </div>
  )
}

interface SheetProps {
  readonly context: CardContext
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** On a narrow screen, what is chosen, at the foot of the text. */
function Sheet({ context, onStep, onClose }: SheetProps) {
  const item = context.selected === null ? undefined : context.index.items.get(context.selected)
  if (item === undefined) return null
  return (
    <aside className="sheet" aria-label="What is chosen">
      <div className="sheet-bar">
        <button type="button" onClick={() => onStep(-1)} aria-label="Previous act">
          ‹
        </button>
        <span>{singular(item.kind)}</span>
        <button type="button" onClick={() => onStep(1)} aria-label="Next act">
          ›
        </button>
        <button type="button" className="close" onClick={onClose}>
          Close
        </button>
      </div>
      <ol className="cards">
        <ActCard item={item} context={context} />
      </ol>
    </aside>
  )
}

/** What a screen reader is told when something is chosen. */
function spoken({ index, selected }: CardContext): string {
  const item = selected === null ? undefined : index.items.get(selected)
  if (item === undefined) return ''
  const status = item.kind === 'event' ? `, ${item.value.status}` : ''
  return `${singular(item.kind)}${status}`
}
