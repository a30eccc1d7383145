/** The gazetteer: places by name. */
export { type Gazetteer, openPlaces, type Place } from './gazetteer.ts'
