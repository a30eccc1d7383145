import type { Archive, Filter } from '#archive'
import { allPages } from './all-pages.ts'
import { toCells } from './column.ts'
import { EVENT_COLUMNS } from './columns/event-columns.ts'

const PROPERTIES = EVENT_COLUMNS.filter(({ name }) => name !== 'latitude' && name !== 'longitude')

/** Events whose place has coordinates, as GeoJSON points (RFC 7946). */
export async function* writeGeoJson(archive: Archive, filter: Filter): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let first = true
  for await (const event of allPages((page) => archive.events(filter, page))) {
    const { id, latitude, longitude } = event
    if (latitude === null || longitude === null) continue
    const feature = {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: toCells(PROPERTIES, event),
    }
    yield `${first ? '\n' : ',\n'}${JSON.stringify(feature)}`
    first = false
  }
  yield '\n]}\n'
}
