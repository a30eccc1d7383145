export const PLACE_FEATURES = ['country', 'capital', 'city', 'region', 'sea', 'island', 'facility'] as const
export type PlaceFeature = (typeof PLACE_FEATURES)[number]

/** One fact about a place, as it goes into the gazetteer. */
export interface PlaceRow {
  /** Its own name first, then others. */
  readonly names: readonly string[]
  readonly feature: PlaceFeature
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  readonly admin1: string | null
  /** WGS 84 degrees. */
  readonly latitude: number
  readonly longitude: number
  readonly geonames: number | null
  readonly population: number
}
