import { useQuery } from '@tanstack/react-query'
import { type GeoProjection, geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo'
import { type KeyboardEvent, memo, useMemo, useRef } from 'react'
import type { PlaceCount } from '../api/rows.ts'
import { useWidth } from '../charts/use-width.ts'
import { countryName } from '../parts/countries.ts'
import { type Bubble, bubblesOf } from './clusters.ts'
import { CountryNames } from './country-names.tsx'
import { MapNames } from './map-names.tsx'
import { useZoom } from './use-zoom.ts'
import { loadWorld, type World } from './world.ts'

interface WorldMapProps {
  readonly places: readonly PlaceCount[]
  readonly picked: string | null
  readonly onPick: (bubble: Bubble | null) => void
  /** A part of the world to begin with; otherwise all of it. */
  readonly compact?: boolean
}

const MOST_ZOOM = 40

/** The world without tiles: Natural Earth's outlines, names of seas and disputed features, and what happened where. */
export function WorldMap({ places, picked, onPick, compact = false }: WorldMapProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const height = Math.round(width * (compact ? 0.6 : width < 600 ? 0.62 : 0.5))
  const svg = useRef<SVGSVGElement>(null)
  const projection = useMemo(
    () =>
      geoEqualEarth().fitExtent(
        [
          [4, 4],
          [width - 4, height - 4],
        ],
        { type: 'Sphere' },
      ),
    [width, height],
  )
  const zoom = useZoom(svg, width, height, MOST_ZOOM)
  const { k, x, y } = zoom.transform
  const bubbles = useMemo(() => bubblesOf(places, (k * width) / 900), [places, k, width])
  const press = (event: KeyboardEvent) => {
    const pan: { readonly [key: string]: readonly [number, number] } = {
      ArrowLeft: [60, 0],
      ArrowRight: [-60, 0],
      ArrowUp: [0, 60],
      ArrowDown: [0, -60],
    }
    const step = pan[event.key]
    if (step !== undefined) zoom.pan(step[0] / k, step[1] / k)
    else if (event.key === '+' || event.key === '=') zoom.by(1.6)
    else if (event.key === '-') zoom.by(1 / 1.6)
    else if (event.key === '0') zoom.reset()
    else return
    event.preventDefault()
  }
  return (
    <div ref={ref} className="map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a group inside of a drawing has no element of its own. */}
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is panned with the arrow keys.
        tabIndex={0}
        aria-label="World map. Arrow keys move it, plus and minus magnify, 0 shows all of it; Tab goes to the places."
        onKeyDown={press}
      >
        <g transform={`translate(${x},${y}) scale(${k})`}>
          <Land projection={projection} fine={k > 2.5} />
        </g>
        <CountryNames projection={projection} transform={zoom.transform} width={width} height={height} />
        <MapNames projection={projection} transform={zoom.transform} width={width} height={height} />
        <Bubbles
          bubbles={bubbles}
          projection={projection}
          transform={zoom.transform}
          size={[width, height]}
          picked={picked}
          onPick={onPick}
        />
      </svg>
      <div className="map-buttons">
        <button type="button" onClick={() => zoom.by(1.8)} aria-label="Magnify">
          +
        </button>
        <button type="button" onClick={() => zoom.by(1 / 1.8)} aria-label="Make smaller">
          −
        </button>
        <button type="button" onClick={zoom.reset} aria-label="Show the whole world">
          ⤢
        </button>
      </div>
    </div>
  )
}

interface LandProps {
  readonly projection: GeoProjection
  readonly fine: boolean
}

/** The outlines; drawn once a size, moved by a transform. */
const Land = memo(function Land({ projection, fine }: LandProps) {
  const coarse = useQuery({
    queryKey: ['world', 'coarse'],
    queryFn: () => loadWorld('coarse'),
    staleTime: Infinity,
  })
  const detailed = useQuery({
    queryKey: ['world', 'fine'],
    queryFn: () => loadWorld('fine'),
    staleTime: Infinity,
    enabled: fine,
  })
  const world: World | undefined = (fine ? detailed.data : undefined) ?? coarse.data
  const drawn = useMemo(() => {
    const path = geoPath(projection)
    return {
      sphere: path({ type: 'Sphere' }) ?? '',
      graticule: path(geoGraticule10()) ?? '',
      countries: world?.features.map((country) => path(country) ?? '') ?? [],
    }
  }, [projection, world])
  return (
    <g aria-hidden="true">
      <path className="sphere" d={drawn.sphere} />
      <path className="graticule" d={drawn.graticule} />
      {drawn.countries.map((d, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outlines that never change their order; names repeat.
        <path key={i} className="land" d={d} />
      ))}
    </g>
  )
})

interface BubblesProps {
  readonly bubbles: readonly Bubble[]
  readonly projection: GeoProjection
  readonly transform: { readonly k: number; readonly x: number; readonly y: number }
  readonly size: readonly [number, number]
  readonly picked: string | null
  readonly onPick: (bubble: Bubble | null) => void
}

const BRIGHT = 0.5

function Bubbles({ bubbles, projection, transform: { k, x, y }, size, picked, onPick }: BubblesProps) {
  const shown = bubbles
    .flatMap((bubble) => {
      const at = projection([bubble.longitude, bubble.latitude])
      if (at === null) return []
      const [px, py] = [at[0] * k + x, at[1] * k + y]
      const outside = px < -20 || py < -20 || px > size[0] + 20 || py > size[1] + 20
      return outside ? [] : [{ bubble, px, py, radius: Math.min(30, 5 + 2.6 * Math.sqrt(bubble.happenings)) }]
    })
    .sort((a, b) => b.radius - a.radius)
  return (
    <g>
      {shown.map(({ bubble, px, py, radius }) => {
        const share = bubble.conflict / Math.max(1, bubble.happenings)
        const words = bubbleWords(bubble)
        const pick = () => onPick(picked === bubble.id ? null : bubble)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a mark of a drawing has no element of its own.
          <g
            key={bubble.id}
            role="button"
            tabIndex={0}
            aria-label={words}
            aria-pressed={picked === bubble.id}
            onClick={pick}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              event.stopPropagation()
              pick()
            }}
            transform={`translate(${px},${py})`}
          >
            <title>{words}</title>
            <circle
              className={`bubble dot ${share > BRIGHT ? 'fill-material-conflict' : 'fill-material-cooperation'}${picked === bubble.id ? ' picked' : ''}`}
              r={radius}
            />
            {radius > 9 && (
              <text className="bubble-count" dy="0.35em" aria-hidden="true">
                {bubble.happenings}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** What a bubble is called aloud. */
export function bubbleWords({ places, happenings, conflict }: Bubble): string {
  const [first] = places
  if (first === undefined) return ''
  const where = first.country === null ? first.name : `${first.name}, ${countryName(first.country)}`
  const more = places.length > 1 ? ` and ${places.length - 1} more` : ''
  return `${where}${more}: ${happenings} ${happenings === 1 ? 'happening' : 'happenings'}, ${conflict} of conflict`
}
