/** Floor 3: who, where, when. */

export { type DayRange, edtfRange } from './edtf.ts'
export { findMentions } from './find-mentions.ts'
export type { ActorMention, Mentions, PlaceFeature, PlaceMention, TimeMention, WordRange } from './mention.ts'
