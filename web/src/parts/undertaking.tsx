import { Link } from '@tanstack/react-router'
import type { UndertakingRow } from '../api/rows.ts'
import { day, edtf, typeWord } from './format.ts'
import { PartyNames } from './party-names.tsx'

const STEP: { readonly [step: string]: string } = {
  promised: 'Promised',
  reaffirmed: 'Said again',
  met: 'Kept',
  withdrawn: 'Taken back',
}

/** One promise: who, what, until when, and its life with the words of each step. */
export function Undertaking({ row }: { readonly row: UndertakingRow }) {
  return (
    <li className={`promise o-${row.status}`}>
      <p className="deed">
        <PartyNames parties={row.by} nobody="Somebody" /> <span className="quiet">{row.strength}</span>
        {row.to.length > 0 && (
          <>
            {' '}
            to <PartyNames parties={row.to} />
          </>
        )}
      </p>
      <p className="words">“{row.act}”</p>
      {row.condition !== null && <p className="from">On condition: “{row.condition}”</p>}
      <p className="from">
        {row.due === null ? 'No date given' : <span className="due">Due {edtf(row.due)}</span>}
        {row.type !== null && <> · {typeWord(row.type)}</>}
        {row.documents > 1 && <> · {row.documents} reports</>}
      </p>
      <ol className="steps">
        {row.steps.slice(0, 5).map((step) => (
          <li key={`${step.step} ${step.item}`}>
            <b>{STEP[step.step] ?? step.step}</b> {day(step.day)}:{' '}
            <Link
              to="/documents/$id"
              params={{ id: step.documentId }}
              hash={step.item}
              title={step.why ?? undefined}
            >
              {step.source ?? step.title ?? 'report'}
            </Link>
            {step.step !== 'promised' && step.evidence !== '' && <> “{step.evidence}”</>}
          </li>
        ))}
      </ol>
    </li>
  )
}
