import { afterAll, beforeAll } from 'vitest'
import { openArchive } from '#archive'
import { archiveContract } from '../archive/contract.ts'
import { type Postgres, startPostgres } from './start-postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

archiveContract('PostgreSQL', () => openArchive(postgres.database()))
