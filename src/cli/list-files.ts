import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compileGlob } from './compile-glob.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { type Refused, refuse } from './work.ts'

/** Lists the files that a name on the command line stands for: itself, a folder's, a glob's; in order of their names. */
export async function* listFiles(name: string): AsyncGenerator<string | Refused, void, undefined> {
  const kind = await kindOf(name)
  if (kind === 'folder') {
    yield* orNone(walk(name), refuse(name, null, 'is a folder without files'))
  } else if (typeof kind === 'string') yield name
  else if (kind.missing && /[*?[{]/.test(name)) {
    const glob = compileGlob(name)
    yield* orNone(matching(walk(glob.root), glob.matches), refuse(name, null, 'matches no file'))
  } else yield refuse(name, null, kind.reason)
}

async function kindOf(name: string) {
  try {
    return (await stat(name)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { missing, reason: whyUnreadable(error) }
  }
}

async function* walk(folder: string): AsyncGenerator<string | Refused, void, undefined> {
  let entries: Awaited<ReturnType<typeof entriesOf>>
  try {
    entries = await entriesOf(folder)
  } catch (error) {
    yield refuse(folder, null, whyUnreadable(error))
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}

async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

async function* matching(files: AsyncIterable<string | Refused>, matches: (path: string) => boolean) {
  for await (const file of files) if (typeof file === 'string' && matches(file)) yield file
}

async function* orNone(files: AsyncIterable<string | Refused>, none: Refused) {
  let any = false
  for await (const file of files) {
    any = true
    yield file
  }
  if (!any) yield none
}
