import { openSqliteArchive } from '#archive'
import { archiveContract } from './contract.ts'

archiveContract('SQLite', () => openSqliteArchive(':memory:'))
