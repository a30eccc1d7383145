import type { ActorProfile } from '../api/rows.ts'
import { day } from '../parts/format.ts'
import { Chart, type Column } from './chart.tsx'
import { instant, shift, timeScale } from './time.ts'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'

type Role = ActorProfile['roles'][number]

const COLUMNS: readonly Column<Role>[] = [
  { name: 'Office', value: ({ role }) => role },
  { name: 'First named', value: ({ from }) => from },
  { name: 'Last named', value: ({ to }) => to },
  { name: 'Documents', value: ({ documents }) => documents },
]
const ROW = 32
const BOTTOM = 24

/** Offices as bars from the first to the last report that names them. */
export function OfficeBars({ roles }: { readonly roles: readonly Role[] }) {
  const [ref, width] = useWidth<HTMLDivElement>(380)
  const shown = roles.slice(0, 8)
  const days = shown.flatMap((role) => [role.from, role.to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return null
  const x = timeScale(shift(from, -30), shift(to, 30), 0, width)
  const height = shown.length * ROW + BOTTOM
  return (
    <Chart title="Offices as reports name them" rows={roles} columns={COLUMNS} file="offices">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          height={height}
          role="img"
          aria-label={shown.map(wordsOf).join('; ')}
        >
          <TimeAxis scale={x} width={width} y={height - BOTTOM} height={height - BOTTOM} />
          {shown.map((role, i) => (
            <g key={`${role.role} ${role.from}`}>
              <title>{wordsOf(role)}</title>
              <text
                className="strong"
                x={Math.max(0, Math.min(x(instant(role.from)), width - 7 * role.role.length))}
                y={i * ROW + 13}
              >
                {role.role}
              </text>
              <rect
                className="fill-statement"
                x={x(instant(role.from))}
                y={i * ROW + 18}
                width={Math.max(4, x(instant(role.to)) - x(instant(role.from)))}
                height={7}
              />
            </g>
          ))}
        </svg>
      </div>
    </Chart>
  )
}

const wordsOf = ({ role, from, to, documents }: Role): string =>
  `${role}, ${day(from)} to ${day(to)}, ${documents} ${documents === 1 ? 'document' : 'documents'}`
