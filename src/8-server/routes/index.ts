import type { Route } from '../route.ts'
import { ACTORS } from './actors.ts'
import { CODING } from './coding.ts'
import { DOCUMENTS } from './documents.ts'
import { DOSSIERS } from './dossiers.ts'
import { EXPORTS } from './exports.ts'
import { FOREIGN } from './foreign.ts'
import { GROUPS } from './groups.ts'
import { HAPPENINGS } from './happenings.ts'
import { ITEMS } from './items.ts'
import { MEASURES } from './measures.ts'
import { REVIEW } from './review.ts'
import { SEARCH } from './search.ts'
import { WATCHES } from './watches.ts'

/** Every row of the API, in the order in which the documentation lists them. */
export const ROUTES: readonly Route[] = [
  ...ITEMS,
  ...DOCUMENTS,
  ...HAPPENINGS,
  ...GROUPS,
  ...ACTORS,
  ...SEARCH,
  ...DOSSIERS,
  ...WATCHES,
  ...MEASURES,
  ...REVIEW,
  ...EXPORTS,
  ...FOREIGN,
  ...CODING,
]
