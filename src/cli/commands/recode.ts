import type { Archive } from '#archive'
import type { Source } from '#document'
import { CODER_VERSION, type Record } from '#record'
import { addAll } from '../add-all.ts'
import { ground } from '../lazy-ground.ts'
import { openArchive } from '../open-archive.ts'
import { codeAll } from '../pool.ts'
import { openProgress } from '../progress.ts'
import type { Register } from '../register.ts'
import { refuse, type SourceInput } from '../work.ts'

/** `rapporteur recode`: codes the documents of an archive again with this coder. */
export const recode: Register = (program) => {
  program
    .command('recode')
    .requiredOption('--archive <file>', 'the archive')
    .option('--jobs <n>', 'worker threads', Number)
    .description(
      'code the documents of an archive again with this coder; the old records are kept, corrections are re-applied. Stopped at any moment, it goes on where it was',
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur recode --archive desk.sqlite
  rapporteur diff --archive desk.sqlite
`

async function run({
  archive: file,
  jobs,
}: {
  readonly archive: string
  readonly jobs?: number
}): Promise<void> {
  const archive = await openArchive(file, false)
  const progress = openProgress()
  const coder = { name: 'rapporteur' as const, version: CODER_VERSION, model: ground().model }
  let recoded = 0
  let same = 0
  try {
    const results = codeAll(outdated(archive, coder), {
      task: 'code',
      ...(jobs === undefined ? {} : { jobs }),
    })
    for await (const { result, added } of addAll(archive, checked(results))) {
      if (added?.outcome === 'recoded') recoded++
      else if (added) same++
      progress.count(result)
    }
    const lost = await archive.corrections({ state: 'unmatched' }, { limit: 500 })
    process.exitCode = progress.close()
    process.stdout.write(`${file}: ${recoded} coded anew${same > 0 ? `, ${same} as they were` : ''}\n`)
    for (const { documentId, who, action, kind, span } of lost.items)
      process.stdout.write(
        `no longer matching: ${action} by ${who} of the ${kind} "${span.text.slice(0, 60)}" at ${span.start} in ${documentId}\n`,
      )
  } finally {
    await archive.close()
  }
}

/** What another coder coded, as sources; their names are the ids of their documents. */
async function* outdated(archive: Archive, coder: Record['coder']): AsyncGenerator<SourceInput> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Archive['outdated']>> = await archive.outdated(coder, cursor, 100)
    for (const { document } of page.items)
      yield { kind: 'source', name: document.id, place: null, source: sourceOf(document) }
    cursor = page.next
  } while (cursor !== null)
}

/** A document as it came: its text without the title that was put in front of it. */
function sourceOf({
  title,
  text,
  published,
  source,
  url,
  externalId,
  language,
  subjects,
  edition,
}: Record['document']): Source {
  const lead = title === null ? '' : `${title}\n\n`
  return {
    text: text.startsWith(lead) ? text.slice(lead.length) : text,
    title,
    published,
    source,
    url,
    externalId,
    language,
    ...(subjects ? { subjects } : {}),
    edition: edition ?? null,
  }
}

/** A text that is read otherwise than it was would become another document: it is refused, the old record stays. */
async function* checked(results: ReturnType<typeof codeAll>): ReturnType<typeof codeAll> {
  for await (const result of results) {
    if (result.kind === 'coded' && (JSON.parse(result.output) as Record).document.id !== result.name)
      yield refuse(
        result.name,
        null,
        'this version of rapporteur opens the text otherwise; its old record stays',
      )
    else yield result
  }
}
