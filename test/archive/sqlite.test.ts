import { openSqliteArchive } from '#archive'
import { archiveContract } from './contract.ts'
import { itemVersionsContract } from './item-versions.ts'

archiveContract('SQLite', () => openSqliteArchive(':memory:'))
itemVersionsContract('SQLite', () => openSqliteArchive(':memory:'))
