import type { Precision, PrecisionReport } from '../api/rows.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import { Block } from '../parts/block.tsx'
import { typeWord } from '../parts/format.ts'
import { nameReviewer } from './reviewer.ts'

interface Row extends Precision {
  readonly name: string
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'Of', value: ({ name }) => name },
  { name: 'Right', value: ({ accepted }) => accepted },
  { name: 'Mended', value: ({ edited }) => edited },
  { name: 'Wrong', value: ({ rejected }) => rejected },
  { name: 'Precision', value: ({ precision }) => round(precision) },
  { name: 'Low (95 %)', value: ({ low }) => round(low) },
  { name: 'High (95 %)', value: ({ high }) => round(high) },
]

const round = (value: number): number => Math.round(value * 1000) / 1000
const percent = (value: number): string => `${Math.round(value * 100)}`

interface JudgedProps {
  readonly report: PrecisionReport | null
  readonly judged: number
  readonly who: string
}

/** What the verdicts say of the coder: precision with Wilson's interval, by type and by rule. */
export function Judged({ report, judged, who }: JudgedProps) {
  return (
    <div>
      <Block title="Measured precision">
        {report === null || total(report.all) === 0 ? (
          <p className="from">
            Nothing has been judged yet. Thirty verdicts give a first idea, 300 a good one.
          </p>
        ) : (
          <Measured report={report} />
        )}
        <p className="from">
          {judged} judged in this sitting, as{' '}
          <input
            aria-label="Your name as a reviewer"
            defaultValue={who}
            onBlur={(event) => nameReviewer(event.target.value)}
            size={12}
          />
        </p>
      </Block>
    </div>
  )
}

const total = ({ accepted, edited, rejected }: Precision): number => accepted + edited + rejected

function Measured({ report }: { readonly report: PrecisionReport }) {
  const { all, agreement } = report
  const rows: Row[] = [
    { ...all, name: 'all' },
    ...report.byKind.map((row) => ({ ...row, name: `${row.kind}s` })),
    ...report.byType.map((row) => ({ ...row, name: typeWord(row.type) })),
    ...report.byRule.slice(0, 12).map((row) => ({ ...row, name: row.rule })),
  ]
  return (
    <>
      <p className="big-number">
        {percent(all.precision)} %{' '}
        <span className="quiet">
          {percent(all.low)} to {percent(all.high)} % at 95 % confidence, {total(all)} judged
        </span>
      </p>
      <Chart title="By kind, type and rule" rows={rows} columns={COLUMNS} file="precision">
        <ol className="intervals">
          {rows.slice(1, 16).map((row) => (
            <li key={row.name}>
              <span className="bar-name">{row.name}</span>
              <span className="interval" aria-hidden="true">
                <span style={{ left: `${100 * row.low}%`, right: `${100 - 100 * row.high}%` }} />
                <b style={{ left: `${100 * row.precision}%` }} />
              </span>
              <span className="count">
                {percent(row.precision)} % of {total(row)}
              </span>
            </li>
          ))}
        </ol>
      </Chart>
      {agreement.alpha !== null && (
        <p className="from">
          Agreement of {agreement.reviewers.length} reviewers on {agreement.items} items: Krippendorff’s alpha{' '}
          {round(agreement.alpha)}.
        </p>
      )}
    </>
  )
}
