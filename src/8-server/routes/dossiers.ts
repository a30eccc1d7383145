import { z } from 'zod'
import type { Archive } from '#archive'
import { type Route, route } from '../route.ts'
import { pageOf } from '../schemas/paging.ts'
import {
  commitmentRow,
  dossierSchema,
  figureRow,
  happeningRow,
  positionRow,
  statementRow,
} from '../schemas/rows.ts'

const bySlug = z.strictObject({ slug: z.string().min(1).max(200) })

const openDossier = z
  .strictObject({
    dossier: dossierSchema,
    happenings: pageOf(happeningRow),
    statements: pageOf(statementRow),
    positions: pageOf(positionRow),
    commitments: pageOf(commitmentRow),
    figures: pageOf(figureRow),
  })
  .meta({ id: 'OpenDossier', description: 'A dossier with the newest of what it asks for.' })

/** Saved questions. */
export const DOSSIERS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/dossiers',
    name: 'listDossiers',
    subject: 'dossiers',
    summary: 'The saved questions',
    answer: pageOf(dossierSchema),
    handle: async (_, { archive }) => ({ items: await archive.dossiers(), next: null }),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/{slug}',
    name: 'getDossier',
    subject: 'dossiers',
    summary: 'A dossier with its happenings, statements, positions, commitments and figures',
    params: bySlug,
    answer: openDossier,
    handle: ({ params }, { archive }) => open(archive, params.slug),
  }),
]

async function open(archive: Archive, slug: string) {
  const dossier = await archive.dossier(slug)
  if (!dossier) return null
  const { question } = dossier
  const page = { limit: 60 }
  const [happenings, statements, positions, commitments, figures] = await Promise.all([
    archive.happenings(question, page),
    archive.statements(question, page),
    archive.positions(question, page),
    archive.commitments(question, page),
    archive.figures(question, page),
  ])
  return { dossier, happenings, statements, positions, commitments, figures }
}
