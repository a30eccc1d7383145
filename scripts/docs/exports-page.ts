import { EXPORT_FORMATS, type ExportFormat, TABLES } from '#dossier'

/** docs/exports.md, made from the formats and tables themselves. */
export function exportsPage(): string {
  return `${HEAD}\n${formats()}\n${opening()}\n${tables()}`
}

const HEAD = `# Exports

\`rapporteur export --archive FILE --what LIST --format FORMAT --out FILE\` writes a whole list as a file; the API gives the
same at \`GET /api/export/LIST?format=FORMAT\`, with the parameters that narrow every list. Each file is made as it is sent:
its size does not matter. The same archive gives the same bytes.

\`\`\`sh
rapporteur export --archive desk.sqlite --what events --format parquet --out events.parquet
rapporteur export --archive desk.sqlite --format gexf --where 'actor=CHN&other=PHL,VNM' --out network.gexf
rapporteur export --archive desk.sqlite --what commitments --format jsonld --dossier iran-talks --out iran.jsonld
\`\`\`

This page is made from the code (\`npm run docs\`); each format is opened in a test by a reader that is not ours.
`

function formats(): string {
  const rows = Object.entries(EXPORT_FORMATS as { readonly [name: string]: ExportFormat }).map(
    ([name, { says, lists }]) =>
      `| \`${name}\` | ${says} | ${lists.length === Object.keys(TABLES).length ? 'all' : lists.join(', ')} |`,
  )
  return `## Formats\n\n| format | what it is | lists |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function opening(): string {
  const parts = Object.entries(EXPORT_FORMATS as { readonly [name: string]: ExportFormat }).map(
    ([name, { opens, extension, lists }]) => {
      const file = `${lists[0]}.${extension}`
      const lines = Object.entries(opens).map(
        ([tool, line]) => `| ${tool} | \`${line.replaceAll('FILE', file).replaceAll('|', '\\|')}\` |`,
      )
      return `### ${name}\n\n| in | the line |\n| --- | --- |\n${lines.join('\n')}\n`
    },
  )
  return `## The one line that opens it\n\n${parts.join('\n')}
In a spreadsheet, take the way over *Data*, not a double click: a spreadsheet that guesses turns codes into numbers. A cell
that a spreadsheet would run as a formula (\`=\`, \`+\`, \`-\`, \`@\` in front) carries an apostrophe in CSV.
`
}

function tables(): string {
  const parts = Object.entries(TABLES).map(([name, { says, columns }]) => {
    const rows = columns.map(({ name: column, type, says: what }) => `| \`${column}\` | ${type} | ${what} |`)
    return `### ${name}: ${says}\n\n| column | type | holds |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `## Columns of the tables

CSV and Parquet have these; JSON Lines has the same items whole, as the API gives them. Names of people and countries that
belong to one cell are apart by "; ", in the same order in the columns that belong together.

${parts.join('\n')}`
}
