/** Floor 6: records kept. */
export type * from './answers.ts'
export type { Added, Archive, FacetKind } from './archive.ts'
export { ArchiveError, type ArchiveErrorKind } from './archive-error.ts'
export { edtfDays, shiftDay } from './edtf-days.ts'
export { isPostgres, openArchive } from './open-archive.ts'
export type { OpenOptions } from './sqlite/open-file.ts'
export { openSqliteArchive } from './sqlite/open-sqlite-archive.ts'
export type * from './watches.ts'
