import { openSqliteArchive } from '#archive'
import { archiveContract } from './contract.ts'
import { peopleContract } from './contract-people.ts'
import { itemVersionsContract } from './item-versions.ts'

archiveContract('SQLite', () => openSqliteArchive(':memory:'))
peopleContract('SQLite', () => openSqliteArchive(':memory:'))
itemVersionsContract('SQLite', () => openSqliteArchive(':memory:'))
