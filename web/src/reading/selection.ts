import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { ACT_KINDS } from './kinds.ts'
import { type RecordIndex, relatedIds } from './record-index.ts'

/** What is pointed at, in the text and in the record alike. */
export interface Selection {
  readonly selected: string | null
  readonly hovered: string | null
  /** Items that the selected one names. */
  readonly related: ReadonlySet<string>
  /** The mark that the tab key reaches. */
  readonly tabStop: string | null
}

interface Options {
  readonly index: RecordIndex
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  readonly root: RefObject<HTMLElement | null>
  readonly articleRef: RefObject<HTMLElement | null>
}

/** Where a selection came from decides what is scrolled to and whether focus follows. */
type Origin = 'text' | 'record' | 'keys'

/** Couples the text and the record: pointing, choosing, stepping, and scrolling the other side into view. */
export function useSelection({ index, selected, onSelect, root, articleRef }: Options) {
  const [hovered, setHovered] = useState<string | null>(null)
  const known = selected !== null && index.items.has(selected) ? selected : null

  const choose = useCallback(
    (id: string | null, origin: Origin, withFocus = false) => {
      onSelect(id)
      if (id === null) return
      requestAnimationFrame(() => reveal(root.current, id, origin, withFocus))
    },
    [onSelect, root],
  )
  const step = useCallback((by: 1 | -1) => choose(stepFrom(index, known, by), 'keys'), [choose, index, known])

  usePointing(root, known, setHovered, choose)
  useStepKeys(step, choose)
  useEffect(() => {
    // A shared link opens at its item.
    const id = decodeURIComponent(location.hash.slice(1))
    if (index.items.has(id)) reveal(root.current, id, 'keys', false)
  }, [index, root])

  const firstMark = firstLinked(index)
  const selection: Selection = useMemo(() => {
    const item = known === null ? undefined : index.items.get(known)
    return {
      selected: known,
      hovered,
      related: new Set(item === undefined ? [] : relatedIds(item)),
      tabStop: known ?? firstMark,
    }
  }, [index, known, hovered, firstMark])
  return { selection, step, choose, articleRef }
}

function firstLinked(index: RecordIndex): string | null {
  const first = [...index.marks].sort((a, b) => a.start - b.start || a.end - b.end)[0]
  return first?.id ?? null
}

/** The act after (or before) the selected item in the order of the text; round at the ends. */
function stepFrom(index: RecordIndex, selected: string | null, by: 1 | -1): string | null {
  const { acts, items } = index
  if (acts.length === 0) return null
  const item = selected === null ? undefined : items.get(selected)
  const at = item !== undefined && ACT_KINDS.includes(item.kind) ? acts.indexOf(item.value.id) : -1
  if (at < 0) return acts[by === 1 ? 0 : acts.length - 1] ?? null
  return acts[(at + by + acts.length) % acts.length] ?? null
}

/** As wide as the style sheet needs to set the record beside the text; below it, a sheet shows what is chosen. */
const SIDE_BY_SIDE = '(min-width: 62rem)'

function reveal(root: HTMLElement | null, id: string, origin: Origin, withFocus: boolean): void {
  if (root === null) return
  const escaped = CSS.escape(id)
  const mark = root.querySelector<HTMLElement>(`.article [data-ids~="${escaped}"]`)
  const cards = [...root.querySelectorAll<HTMLElement>(`[data-card~="${escaped}"]`)]
  const card = cards.find((one) => one.getClientRects().length > 0) ?? null
  if (origin !== 'text') scrollTo(mark, 'center')
  if (origin !== 'record' && matchMedia(SIDE_BY_SIDE).matches) scrollTo(card, 'nearest')
  if (!withFocus) return
  const target =
    origin === 'text' ? (card?.querySelector<HTMLElement>('a, button') ?? card) : linkOf(root, id)
  target?.focus({ preventScroll: true })
}

function linkOf(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.article a[data-mark="${CSS.escape(id)}"]`)
}

function scrollTo(element: HTMLElement | null, block: ScrollLogicalPosition): void {
  if (element === null) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block, inline: 'nearest', behavior: calm ? 'auto' : 'smooth' })
}

/** One set of listeners for all marks and cards: a long article has thousands. */
function usePointing(
  root: RefObject<HTMLElement | null>,
  selected: string | null,
  setHovered: (id: string | null) => void,
  choose: (id: string | null, origin: Origin, withFocus?: boolean) => void,
): void {
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const over = (event: Event) => setHovered(pointedAt(event.target)?.ids[0] ?? null)
    const click = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      const found = pointedAt(event.target)
      if (found === null) return
      event.preventDefault()
      // A second click on the same words takes the next mark that lies over them.
      const at = found.ids.indexOf(selected ?? '')
      const id = found.ids[(at + 1) % found.ids.length] ?? null
      choose(event.detail === 0 ? (found.ids[0] ?? null) : id, found.origin, event.detail === 0)
    }
    element.addEventListener('mouseover', over)
    element.addEventListener('focusin', over)
    element.addEventListener('click', click)
    return () => {
      element.removeEventListener('mouseover', over)
      element.removeEventListener('focusin', over)
      element.removeEventListener('click', click)
    }
  }, [root, selected, setHovered, choose])
}

/** The items under the pointer: marks in the text, or links of the record that name an item. */
function pointedAt(target: EventTarget | null): { ids: readonly string[]; origin: Origin } | null {
  if (!(target instanceof Element)) return null
  const link = target.closest<HTMLElement>('[data-item]')
  if (link?.dataset.item !== undefined) return { ids: [link.dataset.item], origin: 'record' }
  const words = target.closest<HTMLElement>('[data-ids]')
  const listed = words?.dataset.ids?.split(' ').filter((id) => id !== '') ?? []
  const primary = words?.dataset.mark
  if (primary === undefined) return listed.length === 0 ? null : { ids: listed, origin: 'text' }
  return { ids: [primary, ...listed.filter((id) => id !== primary)], origin: 'text' }
}

const KEYS_OFF = 'keys-off'

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice is kept. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEYS_OFF) === null
  } catch {
    return true
  }
}

/** Switches the single-key shortcuts. */
export function setShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEYS_OFF)
    else localStorage.setItem(KEYS_OFF, 'yes')
  } catch {
    // Storage is forbidden: the choice lasts no longer than the page.
  }
}

function useStepKeys(step: (by: 1 | -1) => void, choose: (id: string | null, origin: Origin) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target) || !shortcutsOn()) return
      if (event.key === 'j' || event.key === 'n') step(1)
      else if (event.key === 'k' || event.key === 'p') step(-1)
      else if (event.key === 'Escape') choose(null, 'keys')
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [step, choose])
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
