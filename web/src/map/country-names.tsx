import { useQuery } from '@tanstack/react-query'
import { type GeoProjection, geoPath } from 'd3-geo'
import { useMemo } from 'react'
import { loadWorld } from './world.ts'

interface CountryNamesProps {
  readonly projection: GeoProjection
  readonly transform: { readonly k: number; readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
}

/** A name is written where its country is that many pixels large. */
const LEAST_AREA = 5200
const FROM_ZOOM = 1.9

/** Names of countries, once the map is magnified so far that they have room. */
export function CountryNames({ projection, transform: { k, x, y }, width, height }: CountryNamesProps) {
  const { data: world } = useQuery({
    queryKey: ['world', 'coarse'],
    queryFn: () => loadWorld('coarse'),
    staleTime: Infinity,
  })
  const places = useMemo(() => {
    const path = geoPath(projection)
    return (world?.features ?? []).map((country) => {
      const [cx, cy] = path.centroid(country)
      return { name: country.properties.name, cx, cy, area: path.area(country) }
    })
  }, [projection, world])
  if (k < FROM_ZOOM) return null
  return (
    <g aria-hidden="true">
      {places.map(({ name, cx, cy, area }) => {
        const [px, py] = [cx * k + x, cy * k + y]
        const inside = px > 0 && py > 0 && px < width && py < height
        return !inside || area * k * k < LEAST_AREA ? null : (
          <text key={name} className="country-name" x={px} y={py}>
            {name}
          </text>
        )
      })}
    </g>
  )
}
