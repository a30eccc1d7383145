import type { Stats } from '../api/rows.ts'
import { number } from './format.ts'

/** How much the archive holds. */
export function Tally({ stats }: { readonly stats: Stats }) {
  return (
    <p className="tally">
      {(
        [
          ['documents', stats.documents],
          ['events', stats.events],
          ['happenings', stats.happenings],
          ['statements', stats.statements],
          ['positions', stats.positions],
          ['commitments', stats.commitments],
          ['actors', stats.actors],
        ] as const
      ).map(([name, value]) => (
        <span key={name}>
          <b>{number(value)}</b> {name}
        </span>
      ))}
    </p>
  )
}
