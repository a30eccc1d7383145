import { useEffect, useState } from 'react'
import { daysBetween, shift } from '../charts/time.ts'
import { day } from './format.ts'

interface PeriodSliderProps {
  readonly whole: { readonly from: string; readonly to: string }
  readonly from: string | undefined
  readonly to: string | undefined
  readonly onChange: (period: { from?: string; to?: string }) => void
}

const LENGTHS = [
  ['all', 'all time'],
  ['7', 'a week'],
  ['31', 'a month'],
  ['92', 'a quarter'],
  ['365', 'a year'],
] as const

/** Slides a period of a chosen length along the archive's time. */
export function PeriodSlider({ whole, from, to, onChange }: PeriodSliderProps) {
  const total = daysBetween(whole.from, whole.to)
  const length = from === undefined || to === undefined ? null : daysBetween(from, to) + 1
  const [start, setStart] = useState(from === undefined ? 0 : daysBetween(whole.from, from))
  useEffect(() => setStart(from === undefined ? 0 : daysBetween(whole.from, from)), [from, whole.from])
  const send = (at: number, days: number) => {
    const first = shift(whole.from, at)
    onChange({ from: first, to: shift(first, days - 1) })
  }
  const choose = (value: string) => {
    if (value === 'all')
      onChange({ from: undefined, to: undefined } as unknown as { from?: string; to?: string })
    else send(Math.min(start, Math.max(0, total - Number(value) + 1)), Number(value))
  }
  const shown =
    length === null ? whole : { from: shift(whole.from, start), to: shift(whole.from, start + length - 1) }
  return (
    <div className="slider-row">
      <label>
        Period{' '}
        <select
          value={
            LENGTHS.some(([v]) => v === String(length)) ? String(length) : length === null ? 'all' : 'own'
          }
          onChange={(event) => choose(event.target.value)}
        >
          {LENGTHS.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
          {length !== null && !LENGTHS.some(([v]) => v === String(length)) && (
            <option value="own">{length} days</option>
          )}
        </select>
      </label>
      <input
        type="range"
        aria-label="First day of the period"
        min={0}
        max={Math.max(1, total - (length ?? total) + 1)}
        value={start}
        disabled={length === null}
        aria-valuetext={day(shown.from)}
        onChange={(event) => setStart(Number(event.target.value))}
        onPointerUp={() => length !== null && send(start, length)}
        onKeyUp={() => length !== null && send(start, length)}
      />
      <output>
        {day(shown.from)} to {day(shown.to)}
      </output>
    </div>
  )
}
