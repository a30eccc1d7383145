import { z } from 'zod'
import { ACTOR_COLUMNS } from '#dossier'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { actorProfile, actorRow } from '../schemas/measure-rows.ts'
import { pageOf, paging } from '../schemas/paging.ts'

const byEntity = z.strictObject({ entity: z.string().min(1).max(500) })

/** Who acts and speaks. */
export const ACTORS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/actors',
    name: 'listActors',
    subject: 'actors',
    summary: 'Actors, by how many documents name them',
    description: '`q` is the beginning of a word of the name.',
    query: filterQuery.extend(paging),
    answer: pageOf(actorRow),
    columns: ACTOR_COLUMNS,
    handle: ({ query: { limit, cursor, order, ...filter } }, { archive }) =>
      archive.actors(filter, { limit, cursor, order }),
  }),
  route({
    method: 'get',
    path: '/api/actors/{entity}/profile',
    name: 'getActorProfile',
    subject: 'actors',
    summary: 'Offices, counts, counterparts and topics of an actor or a country',
    params: byEntity,
    answer: actorProfile,
    handle: ({ params }, { archive }) => archive.profile(params.entity),
  }),
  route({
    method: 'get',
    path: '/api/actors/{entity}',
    name: 'getActor',
    subject: 'actors',
    summary: 'One actor',
    params: byEntity,
    answer: actorRow,
    handle: ({ params }, { archive }) => archive.actor(params.entity),
  }),
]
