import type { DyadRow, Origin, Party, Words } from '#archive'
import type { Column } from '../column.ts'

const list = (values: readonly (string | null)[]) => values.map((value) => value ?? '').join('; ')

/** A day; nothing where none is known. */
export const dayOf = (day: string) => (day === '' ? null : day)

/** The columns of a list of parties: names, ids, countries and sectors, in the same order, apart by "; ". */
export function partyColumns<T>(
  plural: string,
  singular: string,
  of: (row: T) => readonly Party[],
): readonly Column<T>[] {
  return [
    {
      name: plural,
      type: 'text',
      says: 'their names, apart by "; "',
      of: (row) => list(of(row).map(({ name, entity }) => name ?? entity)),
    },
    {
      name: `${singular}_entities`,
      type: 'text',
      says: 'their ids',
      of: (row) => list(of(row).map(({ entity }) => entity)),
    },
    {
      name: `${singular}_countries`,
      type: 'text',
      says: 'their countries, ISO 3166-1 alpha-3',
      of: (row) => list(of(row).map(({ country }) => country)),
    },
    {
      name: `${singular}_sectors`,
      type: 'text',
      says: 'their sectors, PLOVER',
      of: (row) => list(of(row).map(({ sector }) => sector)),
    },
  ]
}

/** The columns of words in the document. */
export function wordColumns<T>(name: string, of: (row: T) => Words): readonly Column<T>[] {
  return [
    { name, type: 'text', says: 'the words that it rests on', of: (row) => of(row).text },
    {
      name: 'start',
      type: 'integer',
      says: "where they begin in the document's text, in UTF-16 code units",
      of: (row) => of(row).start,
    },
    { name: 'end', type: 'integer', says: 'where they end, exclusive', of: (row) => of(row).end },
  ]
}

/** The columns of the document in which an item stands. */
export function originColumns<T extends { readonly origin: Origin }>(): readonly Column<T>[] {
  return [
    { name: 'document', type: 'text', says: 'id of the document', of: ({ origin }) => origin.documentId },
    { name: 'title', type: 'text', says: 'its title', of: ({ origin }) => origin.title },
    { name: 'source', type: 'text', says: 'its outlet', of: ({ origin }) => origin.source },
    {
      name: 'published',
      type: 'text',
      says: 'when it was published, ISO 8601',
      of: ({ origin }) => origin.published,
    },
  ]
}

/** How many tell of it: documents, their reprints, outlets. */
export function toldColumns<
  T extends { readonly documents: number; readonly reprints: number; readonly sources: number },
>(): readonly Column<T>[] {
  return [
    {
      name: 'documents',
      type: 'integer',
      says: 'how many documents tell of it, each text once',
      of: ({ documents }) => documents,
    },
    { name: 'reprints', type: 'integer', says: 'copies of one of them', of: ({ reprints }) => reprints },
    { name: 'sources', type: 'integer', says: 'how many outlets', of: ({ sources }) => sources },
  ]
}

/** Reports of each class of PLOVER's quad. */
export const QUAD_COLUMNS: readonly Column<
  Pick<DyadRow, 'verbalCooperation' | 'materialCooperation' | 'verbalConflict' | 'materialConflict'>
>[] = [
  {
    name: 'verbal_cooperation',
    type: 'integer',
    says: 'reports of this class',
    of: ({ verbalCooperation }) => verbalCooperation,
  },
  {
    name: 'material_cooperation',
    type: 'integer',
    says: 'reports of this class',
    of: ({ materialCooperation }) => materialCooperation,
  },
  {
    name: 'verbal_conflict',
    type: 'integer',
    says: 'reports of this class',
    of: ({ verbalConflict }) => verbalConflict,
  },
  {
    name: 'material_conflict',
    type: 'integer',
    says: 'reports of this class',
    of: ({ materialConflict }) => materialConflict,
  },
]
