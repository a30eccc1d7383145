/** The gazetteer: places by name. */
export { compilePlaces, type OtherSenses } from './compile-places.ts'
export { type Gazetteer, isOwnPlace, openPlaces, type Place, withPlaceRows } from './gazetteer.ts'
export { foldWord, NAME_SENSE } from './name-key.ts'
export { PLACE_FEATURES, type PlaceFeature, type PlaceRow } from './place-row.ts'
