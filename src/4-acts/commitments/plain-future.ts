import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { Statement } from '../act.ts'
import { childOf, holdersAt, isAsked, isDenied, isNegated, isUnreal, statementAround } from '../clause.ts'
import type { Bond } from './bond.ts'

const WILL = new Set(['will', "'ll", '’ll', 'shall'])
const MUST = new Set(['must'])

/** Acts told with a plain "will" or "must": one's own are intended, others' expected, those that must be are urged. */
export function* plainFuture(mentions: Mentions, statements: readonly Statement[]): Generator<Bond> {
  const { syntax } = mentions
  for (let word = 0; word < syntax.length; word++) {
    if (syntax.upos[word] !== Upos.AUX || syntax.deprel[word] !== Deprel.aux) continue
    const lower = syntax.lower[word] as string
    const act = syntax.head[word] as number
    const speech = act < 0 ? -1 : statementAround(syntax, act, statements)
    const would =
      lower === 'would' && speech >= 0 && statements[speech]?.kind !== 'direct' && !inCondition(syntax, act)
    if (!WILL.has(lower) && !MUST.has(lower) && !would) continue
    if (syntax.upos[act] !== Upos.VERB || isNegated(syntax, act) || inCondition(syntax, act)) continue
    if (
      HAPPENING.has(syntax.lemma[act] as string) ||
      isUnreal(syntax, act) ||
      isAsked(syntax, word) ||
      isDenied(syntax, act)
    )
      continue
    const subject = childOf(syntax, act, [Deprel.nsubj])
    if (subject < 0 || isRhetorical(syntax, act) || isNobody(syntax, subject)) continue
    if ((MUST.has(lower) || lower === 'would') && SAYING.has(syntax.lemma[act] as string)) continue
    const by = holdersAt(mentions, subject, statements)
    if (by.length === 0) continue
    const speakers = statements[speech]?.speakers ?? []
    const own = sameActor(mentions, by, speakers)
    // "it will go through": what it is stays open, unless the speaker means itself.
    if (syntax.lower[subject] === 'it' && !own) continue
    yield {
      cue: word,
      act,
      by,
      to: [],
      strength: MUST.has(lower) ? 'urged' : own ? 'intended' : 'expected',
      withdrawn: false,
      confidence: 0.6,
    }
  }
}

/** "We must confirm that …" does it by saying so. */
const SAYING = new Set([
  'confirm',
  'say',
  'add',
  'admit',
  'stress',
  'point',
  'remember',
  'note',
  'ask',
  'warn',
])

/** "Neither side will accept": the negation stands at the subject. */
const isNobody = (syntax: Syntax, subject: number): boolean =>
  ['neither', 'no', 'none', 'nobody', 'not', 'few'].includes(
    syntax.lower[syntax.left[subject] as number] as string,
  )

/** What befalls somebody, or is so: nobody binds themselves to it. */
export const HAPPENING: ReadonlySet<string> = new Set(
  `be have die suffer witness need want hope face become fall rise happen occur benefit depend mean get feel know lose
   see like seem cost receive manage find win survive struggle wish think believe notice realise realize understand
   enjoy fail overstate live hurt regret love hate expect exist belong matter remain require retain grow improve recognise recognize
   increase decrease decline lead cause result remember prefer wonder concentrate control worsen sustain feel`.split(
    /\s+/,
  ),
)

/** "how good a leader she will make": a clause that a question word opens. */
const isRhetorical = (syntax: Syntax, act: number): boolean =>
  [0, 1, 2].map((n) => (syntax.left[act] as number) + n).some((i) => ASKING.has(syntax.lower[i] as string)) ||
  (childOf(syntax, act, [Deprel.nsubj]) >= 0 &&
    syntax.lower[childOf(syntax, act, [Deprel.nsubj])] === 'who' &&
    syntax.deprel[act] !== Deprel['acl:relcl'])

const ASKING = new Set(['how', 'why', 'whether', 'what'])

/** A clause of "if" or "when" promises nothing; nor does one whose own "if" makes it unreal. */
function inCondition(syntax: Syntax, act: number): boolean {
  const mark = childOf(syntax, act, [Deprel.mark])
  if (mark >= 0 && (syntax.lower[mark] === 'if' || syntax.lower[mark] === 'whether')) return true
  return (
    syntax.deprel[act] === Deprel['acl:relcl'] && syntax.lower[childOf(syntax, act, [Deprel.aux])] === 'would'
  )
}

function sameActor({ actors }: Mentions, by: readonly number[], speakers: readonly number[]): boolean {
  return by.some((a) => speakers.some((b) => a === b || actors[a]?.entity === actors[b]?.entity))
}
