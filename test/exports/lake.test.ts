import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { LAKE_TABLES, lakeFiles } from '#dossier'
import { openExportArchive } from './open-export-archive.ts'

it('is read by DuckDB as one table a list, with the day that the folder tells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-lake-'))
  const archive = await openExportArchive()
  const written: { [list: string]: number } = {}
  for (const list of LAKE_TABLES)
    for await (const { path, rows, chunks } of lakeFiles(archive, list)) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      const parts: Uint8Array[] = []
      for await (const chunk of chunks) parts.push(chunk)
      writeFileSync(file, Buffer.concat(parts))
      written[list] = (written[list] ?? 0) + rows
    }
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  for (const list of LAKE_TABLES) {
    const from = `read_parquet('${folder}/${list}/**/*.parquet', hive_partitioning = true)`
    expect(await ask(`select count(*)::int as n from ${from}`), list).toEqual([{ n: written[list] }])
  }
  const events = (await archive.events({ from: '2014-05-06', to: '2014-05-06' })).items
  const found = await ask(
    `select id from read_parquet('${folder}/events/**/*.parquet', hive_partitioning = true) where day = '2014-05-06' order by id`,
  )
  expect(found).toEqual(events.map(({ id }) => ({ id })).sort((a, b) => (a.id < b.id ? -1 : 1)))
  connection.closeSync()
  instance.closeSync()
  await archive.close()
  rmSync(folder, { recursive: true })
})
