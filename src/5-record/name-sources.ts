import type { Statement } from '#acts'
import type { ActorMention, Mentions, WordRange } from '#mentions'
import { type Syntax, Upos } from '#syntax'

/** Mentions with those of sources behind them, and the speakers of each statement by number among all. */
export interface NamedSources {
  readonly mentions: Mentions
  readonly speakers: readonly (readonly number[])[]
}

/**
 * Gives each statement's source a mention that covers its whole noun phrase: "a spokesman for the ministry, who asked
 * not to be named" and not the spokesman alone. Where an actor is named inside, the mention is of that actor and
 * corefers with it; where none is ("the study"), it is a new one of the document. Compounds keep their members.
 */
export function nameSources(mentions: Mentions, statements: readonly Statement[]): NamedSources {
  const { syntax } = mentions
  const actors: ActorMention[] = [...mentions.actors]
  const byRange = new Map<string, number>()
  mentions.actors.forEach(({ first, last, members }, i) => {
    if (members.length === 0) byRange.set(`${first}-${last}`, i)
  })
  const speakers = statements.map(({ source, speakers: named }) => {
    if (!source || named.length > 1) return named
    const known = actors[named[0] ?? -1]
    if (known && known.first <= source.first && known.last >= source.last) return named
    const range = `${source.first}-${source.last}`
    const there = byRange.get(range)
    if (there !== undefined && (!known || there === named[0])) return [there]
    const number = actors.length
    actors.push(known ? widened(syntax, known, named[0] ?? 0, source) : unknown(syntax, actors, source))
    byRange.set(range, number)
    return [number]
  })
  return { mentions: { ...mentions, actors }, speakers }
}

const spanOf = (syntax: Syntax, { first, last }: WordRange) => ({
  start: syntax.start[first] as number,
  end: syntax.end[last] as number,
})

const widened = (
  syntax: Syntax,
  known: ActorMention,
  number: number,
  { first, last, head }: WordRange,
): ActorMention =>
  Object.freeze({
    ...known,
    first,
    last,
    head,
    span: spanOf(syntax, { first, last, head }),
    coreferentWith: number,
  })

/** Somebody or something that speaks and is no known actor; the same words are the same one. */
function unknown(syntax: Syntax, actors: readonly ActorMention[], source: WordRange): ActorMention {
  const { first, last, head } = source
  const span = spanOf(syntax, source)
  const text = syntax.document.text.slice(span.start, span.end)
  const name = text.replace(/\s+/g, ' ')
  const same = actors.findIndex((it) => it.name === name && it.entity.startsWith('local/'))
  const upos = syntax.upos[head]
  return Object.freeze({
    span,
    first,
    last,
    head,
    kind: upos === Upos.PRON ? 'pronoun' : upos === Upos.PROPN ? 'name' : 'nominal',
    entity: actors[same]?.entity ?? `local/source-${actors.length}`,
    name: upos === Upos.PRON ? null : name,
    country: null,
    sectors: [],
    role: null,
    members: [],
    coreferentWith: same < 0 ? null : same,
  })
}
