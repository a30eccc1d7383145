import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cell, Column } from './column.ts'
import type { Table } from './tables.ts'

/** Rows of a row group: what is held in memory. */
const GROUP = 20_000

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const ELEMENTS: { readonly [T in Column<never>['type']]: Omit<SchemaElement, 'name'> } = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
}

/** A table as Parquet: typed columns, days as DATE, Snappy, a row group at a time. */
export async function* writeParquet(
  { columns }: Table,
  rows: AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...ELEMENTS[type] })),
    ],
    createdBy: 'rapporteur',
  })
  let group: (Cell | Date)[][] = columns.map(() => [])
  let held = 0
  const flush = async (): Promise<Uint8Array> => {
    const columnData = columns.map(({ name }, i) => ({ name, data: group[i] ?? [] }))
    await writer.write({ columnData, rowGroupSize: Math.max(1, held) })
    group = columns.map(() => [])
    held = 0
    return taken(bytes)
  }
  for await (const row of rows) {
    for (const [i, column] of columns.entries()) group[i]?.push(datum(column, row as never))
    if (++held === GROUP) yield await flush()
  }
  yield await flush()
  await writer.finish()
  yield taken(bytes)
}

function datum({ type, of }: Column<never>, row: never): Cell | Date {
  const value = of(row)
  if (type !== 'day' || typeof value !== 'string') return value
  const day = new Date(value)
  return Number.isNaN(day.getTime()) ? null : day
}

/** Takes the bytes written so far; the writer goes on counting its offset. */
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice()
  bytes.index = 0
  return chunk
}
