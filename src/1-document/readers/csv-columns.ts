/** Which column holds what, by position. */
export interface Columns {
  readonly delimiter: string
  readonly text: number
  readonly title: number | null
  readonly published: number | null
  readonly source: number | null
  readonly url: number | null
  readonly id: number | null
  readonly language: number | null
}

/** Header names for each field, the best first; compared in lower case without spaces, dashes and underscores. */
const NAMES = {
  text: [
    'text',
    'body',
    'content',
    'fulltext',
    'articletext',
    'articlebody',
    'maintext',
    'article',
    'story',
    'bodytext',
  ],
  title: ['title', 'headline', 'head', 'hed', 'articletitle'],
  published: [
    'published',
    'date',
    'publishedat',
    'publisheddate',
    'publicationdate',
    'pubdate',
    'datetime',
    'publishdate',
    'created',
    'timestamp',
    'day',
  ],
  source: [
    'source',
    'outlet',
    'publisher',
    'publication',
    'newspaper',
    'media',
    'sourcename',
    'agency',
    'domain',
  ],
  url: ['url', 'link', 'href', 'permalink', 'weburl'],
  id: ['id', 'docid', 'documentid', 'articleid', 'uid', 'guid', 'key', 'storyid'],
  language: ['language', 'lang'],
} as const

/** Reads a CSV header line; null if it is none that names a column of text. */
export function columnsOf(line: string): Columns | null {
  const delimiter = [',', '\t', ';', '|'].find((mark) => line.includes(mark))
  if (delimiter === undefined || line.length > 4000) return null
  return columnsOfCells(line.split(delimiter), delimiter)
}

/** Finds the columns in the cells of a header. */
export function columnsOfCells(cells: readonly string[], delimiter: string): Columns | null {
  const even = cells.map((cell) => cell.toLowerCase().replace(/["'\s_.-]+/g, ''))
  const find = (names: readonly string[]) => {
    for (const name of names) if (even.includes(name)) return even.indexOf(name)
    return null
  }
  const text = find(NAMES.text)
  if (text === null || even.some((cell) => cell.length > 40)) return null
  return {
    delimiter,
    text,
    title: find(NAMES.title),
    published: find(NAMES.published),
    source: find(NAMES.source),
    url: find(NAMES.url),
    // R writes row names into a first column without a name
    id: find(NAMES.id) ?? (even[0] === '' ? 0 : null),
    language: find(NAMES.language),
  }
}
