import type { Edition, EditionStatus } from '../document.ts'
import { isoDate } from './iso-date.ts'

/** What a carrier tells of a version, in its own words. */
interface Told {
  readonly item?: string | null
  readonly version?: string | number | null
  /** The carrier's status, e.g. `stat:canceled`, `Usable`, `withheld`. */
  readonly status?: string | null
  /** Signals beside the status, e.g. `sig:correction`, `Kill`. */
  readonly signals?: readonly string[]
  readonly embargo?: string | null
  readonly note?: string | null
  readonly title?: string | null
}

/** What the publisher says of this version of an item; null where there is nothing to say. */
export function editionOf(told: Told): Edition | null {
  const note = told.note?.replace(/\s+/g, ' ').trim() || null
  const item = told.item?.trim() || null
  const version = versionOf(told.version)
  const status = statusOf(told, note)
  const embargo = told.embargo ? isoDate(told.embargo) : embargoIn(note)
  const nothing = item === null && version === null && status === 'usable' && embargo === null
  return nothing && note === null ? null : { item, version, status, embargo, note }
}

/** "3", "v3", 3; larger numbers count up, too: some agencies number all that they send. */
function versionOf(version: string | number | null | undefined): number | null {
  const number = Number(
    /\d+$/.exec(
      String(version ?? '')
        .trim()
        .slice(-20),
    )?.[0] ?? Number.NaN,
  )
  return Number.isSafeInteger(number) ? number : null
}

function statusOf({ status, signals = [], title }: Told, note: string | null): EditionStatus {
  const words = [status ?? '', ...signals].map((word) => word.replace(/^.*:/, '').toLowerCase())
  const any = (pattern: RegExp) => words.some((word) => pattern.test(word))
  if (any(/^(?:cancell?ed|kill(?:ed)?|delet(?:e|ed)|withdrawn|retract(?:ed|ion)|spiked|recalled)$/))
    return 'withdrawn'
  if (any(/^(?:withheld|hold)$/)) return 'withheld'
  // what befell a story is said where its headline begins or ends
  const head = title?.trimStart().slice(0, 120) ?? ''
  const end = title?.trimEnd().slice(-40) ?? ''
  if (KILLED.test(head) || KILLED_AFTER.test(end) || (note !== null && KILL_NOTE.test(note)))
    return 'withdrawn'
  const corrected = any(/^(?:correct(?:ion|ed|ive)|rectif(?:y|ied|ication)|refile)$/)
  return corrected || CORRECTED.test(head) || CORRECTED_AFTER.test(end) ? 'corrected' : 'usable'
}

/** Agencies write in capitals what befell a story; a headline may speak of withdrawals in small letters. */
const KILLED =
  /^(?:[A-Z]{2,3}--?|(?:URGENT|ADVISORY|MANDATORY)[ :-]{0,3}){0,4}(?:STORY )?(?:KILL(?:ED)?|WITHDRAWN|WITHDRAWAL|RETRACT(?:ED|ION)|ANNULATION|ANNULE|ZURÜCKGEZOGEN)\b|^(?:Retraction|Withdrawn): /
const KILLED_AFTER = /[-–—(] ?(?:KILL|WITHDRAWN)\)?$/
const CORRECTED =
  /^(?:UPDATE \d+ ?[-:] ?|WRAPUP \d+ ?[-:] ?|[A-Z]{2,3}--?){0,4}(?:CORRECT(?:ED|ION|S|IVE)?|REFILE|RECTIFICATIF|RECTIF|KORREKTUR|BERICHTIGUNG|CORRECCI[OÓ]N|CORRE[CÇ][AÃ]O)\b|^(?:Corrected|Correction|Corrections|Clarification|Refile)\b ?(?:\([^)]{1,30}\))?[:—–-]/
const CORRECTED_AFTER = /[-–—] ?(?:CORRECTED|corrected)$|\((?:CORRECTED|[Cc]orrected)(?: version)?\)$/
const KILL_NOTE =
  /\b(?:mandatory kill|please (?:kill|disregard|withhold and kill)|(?:has been|is|was) (?:killed|withdrawn))\b|^(?:KILL|WITHDRAWN)\b/i

/** "EMBARGOED until 0001 GMT 6 May 2014" */
function embargoIn(note: string | null): string | null {
  const words = /\bembargo(?:ed)?\b.{0,40}?\b(?:until|till|to)\b:? (.{6,40})/i.exec(note ?? '')?.[1]
  if (words === undefined) return null
  const parts =
    /^(?:(\d\d):?(\d\d) ?(GMT|UTC|BST|EST|EDT|CET|CEST)?,? (?:on )?(?:\p{L}+day,? )?)?(\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d\S*)/u.exec(
      words,
    )
  if (!parts) return null
  const [, hour, minute, zone, day] = parts
  return isoDate(hour === undefined ? `${day}` : `${day} ${hour}:${minute}:00 ${zone ?? ''}`)
}
