import { type CodeRequest, Refusal, type RelateRequest } from '#server'
import { parser } from './lazy-ground.ts'
import { codeAll } from './pool.ts'
import type { SourceInput } from './work.ts'

/** Longest time that a text pasted into the desk may take, in seconds. */
const TRY_SECONDS = 20

/** Codes one text as `rapporteur code` does, in this process for short ones, in a worker with a limit for long ones. */
function codeText({ text, title, published, source }: CodeRequest): Promise<string> {
  return workOn('code', {
    source: { text, title: title ?? null, published: published ?? null, source: source ?? null },
  })
}

/** Relates two actors as `rapporteur relate` does; without the fields that say which text it was. */
async function relateText({ text, actor, recipient }: RelateRequest): Promise<string> {
  const output = await workOn('relate', {
    source: { text, title: null, published: null, source: null },
    marks: { actor, recipient },
  })
  const { id: _, ...relation } = JSON.parse(output) as { readonly id: unknown }
  return JSON.stringify(relation)
}

async function workOn(
  task: 'code' | 'relate',
  given: Pick<SourceInput, 'source' | 'marks'>,
): Promise<string> {
  const input = { kind: 'source' as const, name: 'text', place: null, ...given }
  for await (const result of codeAll([input], {
    task,
    jobs: 1,
    maxSeconds: TRY_SECONDS,
    inlineFirst: 1,
    inlineBytes: 50_000,
  })) {
    if (result.kind === 'coded') return result.output
    throw new Refusal(result.fault ? 500 : 422, result.reason)
  }
  throw new Error('nothing came of the text')
}

/** What the API's handlers need beside the archive, done by this process. */
export const localServices = { code: codeText, relate: relateText, parser }
