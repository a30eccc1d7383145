import type { FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fineUrl from 'world-atlas/countries-50m.json?url'
import coarseUrl from 'world-atlas/countries-110m.json?url'
import { getJson } from '../api/client.ts'

export type World = FeatureCollection<Geometry, { readonly name: string }>
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** Natural Earth's countries (public domain), from the desk's own server: coarse for the first look, fine after it. */
export async function loadWorld(detail: 'coarse' | 'fine'): Promise<World> {
  const atlas = await getJson<Atlas>(detail === 'coarse' ? coarseUrl : fineUrl)
  return feature(atlas, atlas.objects.countries)
}
