import type { GeoProjection } from 'd3-geo'
import { DISPUTED, WATERS } from './features.ts'

interface MapNamesProps {
  readonly projection: GeoProjection
  readonly transform: { readonly k: number; readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
}

/** On a narrow sheet the same magnification leaves less room for words. */
const ROOM = 900

/** Names of seas, and of disputed features with those who claim them. */
export function MapNames({ projection, transform: { k, x, y }, width, height }: MapNamesProps) {
  const seen = (k * width) / ROOM
  const at = (longitude: number, latitude: number): readonly [number, number] | null => {
    const found = projection([longitude, latitude])
    if (found === null) return null
    const [px, py] = [found[0] * k + x, found[1] * k + y]
    return px < 0 || py < 0 || px > width || py > height ? null : [px, py]
  }
  return (
    <g aria-hidden="true">
      {WATERS.filter(({ zoom }) => zoom <= seen).map(({ name, longitude, latitude }) => {
        const place = at(longitude, latitude)
        return place === null ? null : (
          <text key={name} className="sea-name" x={place[0]} y={place[1]}>
            {name}
          </text>
        )
      })}
      {DISPUTED.filter(({ zoom }) => zoom <= seen).map(({ name, longitude, latitude, claims }) => {
        const place = at(longitude, latitude)
        return place === null ? null : (
          <g key={name} transform={`translate(${place[0]},${place[1]})`}>
            <title>{`${name}: ${claims}`}</title>
            <circle className="disputed-mark" r={5} />
            <text className="disputed-name" x={8} dy="0.32em">
              {name}
            </text>
          </g>
        )
      })}
    </g>
  )
}
