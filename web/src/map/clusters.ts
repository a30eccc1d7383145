import Supercluster from 'supercluster'
import type { PlaceCount } from '../api/rows.ts'

/** What a bubble on the map stands for: one place, or several that are too near to tell apart. */
export interface Bubble {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly happenings: number
  readonly conflict: number
  readonly places: readonly PlaceCount[]
}

interface Sums {
  readonly happenings: number
  readonly conflict: number
}

/** Places gathered into bubbles for a magnification of the map. */
export function bubblesOf(places: readonly PlaceCount[], magnification: number): Bubble[] {
  const index = new Supercluster<{ place: PlaceCount } & Sums, Sums>({
    radius: 42,
    maxZoom: 12,
    extent: 256,
    map: ({ happenings, conflict }) => ({ happenings, conflict }),
    reduce: (sum: { happenings: number; conflict: number }, { happenings, conflict }) => {
      sum.happenings += happenings
      sum.conflict += conflict
    },
  })
  index.load(
    places.map((place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: { place, happenings: place.happenings, conflict: place.conflict },
    })),
  )
  const zoom = Math.min(13, Math.max(0, Math.floor(Math.log2(magnification * 3.2))))
  return index.getClusters([-180, -90, 180, 90], zoom).map((found) => {
    const [longitude = 0, latitude = 0] = found.geometry.coordinates
    const { properties } = found
    const inside =
      'cluster_id' in properties
        ? index.getLeaves(properties.cluster_id, 200).map((leaf) => leaf.properties.place)
        : [properties.place]
    return {
      id: inside
        .map(({ name, country }) => `${name} ${country}`)
        .join('|')
        .slice(0, 200),
      longitude,
      latitude,
      happenings: properties.happenings,
      conflict: properties.conflict,
      places: [...inside].sort((a, b) => b.happenings - a.happenings),
    }
  })
}
