import { type Archive, openSqliteArchive } from '#archive'
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatName, type TableName } from '#dossier'
import { ground } from './open-export-archive.ts'

/** A whole export in one piece. */
export async function toBytes(
  archive: Archive,
  name: ExportFormatName,
  list?: TableName,
  filter = {},
): Promise<Uint8Array> {
  const format: ExportFormat = EXPORT_FORMATS[name]
  const chunks: Uint8Array[] = []
  for await (const chunk of format.write(
    { archive, parser: () => ground.parser },
    list ?? format.lists[0],
    filter,
  ))
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

export const toText = async (...args: Parameters<typeof toBytes>): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await toBytes(...args))

/** An archive with nothing in it. */
export const emptyArchive = (): Promise<Archive> => openSqliteArchive(':memory:')
