import { readParts } from '../parts.ts'
import type { Sector } from '../plover.ts'
import {
  ACTORS_MAGIC,
  type ActorEntry,
  type ActorLexicon,
  type ActorTable,
  type Office,
} from './actor-lexicon.ts'
import type { ActorKind, ActorRow } from './actor-row.ts'
import { compileActors } from './compile-actors.ts'

/** Opens the compiled actors (`models/actors.bin`). */
export function openActors(bytes: Uint8Array): ActorLexicon {
  return Object.freeze({ hash: `${bytes.length}:${sum(bytes)}`, tables: [openTable(bytes)] })
}

/** A lexicon with a user's rows in front of the given one: they add actors and override those of the same name. */
export function withActorRows(lexicon: ActorLexicon, rows: readonly ActorRow[]): ActorLexicon {
  const bytes = compileActors(rows, [...roleRows(lexicon), ...rows])
  return Object.freeze({
    hash: `${lexicon.hash}+${bytes.length}:${sum(bytes)}`,
    tables: [openTable(bytes), ...lexicon.tables],
  })
}

function openTable(bytes: Uint8Array): ActorTable {
  const parts = readParts(ACTORS_MAGIC, bytes)
  const words = new Map<string, number>()
  for (const word of parts.text('words').split('\n')) words.set(word, words.size)
  const lines = parts.text('lines').split('\n')
  const holders = new Map<string, string>()
  for (const line of parts.text('holders').split('\n'))
    holders.set(line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1))
  const numberOf = new Map<string, number>()
  lines.forEach((line, i) => {
    const from = line.indexOf('\t')
    numberOf.set(line.slice(0, line.indexOf('\t', from + 1)), i)
  })
  const { numbers } = parts
  return Object.freeze({
    words,
    lines,
    holders,
    numberOf,
    edgeStart: numbers('edgeStart'),
    edgeWord: numbers('edgeWord'),
    edgeNode: numbers('edgeNode'),
    rootNode: numbers('rootNode'),
    payloadStart: numbers('payloadStart'),
    payload: numbers('payload'),
  })
}

/** Reads one entry of a table. */
export function entryAt(table: ActorTable, number: number): ActorEntry {
  const [kind = 'org', id = '', name = '', country = '', sectors = '', gender = '', offices = ''] = (
    table.lines[number] ?? ''
  ).split('\t')
  return {
    kind: kind as ActorKind,
    id,
    name,
    country: country || null,
    sectors: sectorsOf(sectors),
    gender: gender === 'm' || gender === 'f' ? gender : null,
    offices: offices === '' ? [] : offices.split('\u0001').map(officeFrom),
  }
}

function officeFrom(text: string): Office {
  const [role = '', kind = '', country = '', sectors = '', start = '', end = ''] = text.split('\u0002')
  return {
    role,
    kind,
    country: country || null,
    sectors: sectorsOf(sectors),
    start: start || null,
    end: end || null,
  }
}

const sectorsOf = (text: string) => (text === '' ? [] : (text.split(' ') as Sector[]))

function roleRows(lexicon: ActorLexicon) {
  return lexicon.tables.flatMap((table) =>
    table.lines.flatMap((line, i) => {
      if (!line.startsWith('role\t')) return []
      const { id, name, sectors } = entryAt(table, i)
      return [
        {
          kind: 'role' as const,
          id,
          name,
          aliases: [],
          country: null,
          sectors,
          role: null,
          start: null,
          end: null,
          gender: null,
        },
      ]
    }),
  )
}

function sum(bytes: Uint8Array): string {
  let a = 2166136261
  for (let i = 0; i < bytes.length; i++) a = Math.imul(a ^ (bytes[i] as number), 16777619)
  return (a >>> 0).toString(16)
}
