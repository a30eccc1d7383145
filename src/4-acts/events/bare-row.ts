import type { CompiledRow } from '#lexicon'

/** A row that matches nothing by itself: the code that proposes in its name has found the words already. */
export const bareRow = (row: CompiledRow['row'], hash: number, weight: number): CompiledRow =>
  Object.freeze({
    row: Object.freeze(row),
    hash,
    actorSlots: [],
    recipientSlots: [],
    reciprocal: false,
    objects: null,
    without: null,
    modifiers: null,
    complement: null,
    infinitive: false,
    preps: null,
    actorIs: null,
    recipientIs: null,
    notWith: null,
    weight,
  })
