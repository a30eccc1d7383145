import type { Mentions } from '#mentions'
import { Deprel, type Syntax } from '#syntax'
import type { Statement } from '../act.ts'
import { childOf, holdersAt } from '../clause.ts'
import type { Bond } from './bond.ts'
import { dueBetween } from './due.ts'

/** "gave the rebels until Friday to leave", "set a deadline of 1 June for the firm to sell": what somebody must do by when. */
export function* ultimatums(mentions: Mentions, statements: readonly Statement[]): Generator<Bond> {
  const { syntax } = mentions
  for (let word = 0; word < syntax.length; word++) {
    const lemma = syntax.lemma[word]
    const told =
      lemma === 'give' ? givenTo(syntax, word) : lemma === 'deadline' ? deadlineFor(syntax, word) : null
    if (!told) continue
    const by = holdersAt(mentions, told.whom, statements)
    const due = dueBetween(mentions, word, told.act, 'until')
    if (by.length === 0 || due === null) continue
    yield { cue: word, act: told.act, by, to: [], strength: 'urged', withdrawn: false, confidence: 0.7, due }
  }
}

interface Told {
  readonly whom: number
  readonly act: number
}

/** The one given something, and the infinitive behind it, in the verb's sentence. */
function givenTo(syntax: Syntax, verb: number): Told | null {
  const whom = childOf(syntax, verb, [Deprel.iobj, Deprel.obj])
  const act = whom < 0 ? -1 : infinitiveBehind(syntax, whom)
  return act < 0 ? null : { whom, act }
}

/** "for the firm to sell" behind a deadline. */
function deadlineFor(syntax: Syntax, noun: number): Told | null {
  const end = endOf(syntax, noun)
  for (let i = noun + 1; i < end; i++) {
    if (syntax.lower[i] !== 'for') continue
    const act = infinitiveBehind(syntax, i)
    const whom = act < 0 ? -1 : childOf(syntax, act, [Deprel.nsubj])
    if (whom >= 0) return { whom, act }
    const named = syntax.head[i] as number
    if (act >= 0 && named > i && named < act) return { whom: named, act }
  }
  return null
}

function infinitiveBehind(syntax: Syntax, from: number): number {
  const end = endOf(syntax, from)
  for (let i = from + 1; i < end; i++) {
    if (syntax.lower[i] !== 'to' || syntax.deprel[i] !== Deprel.mark) continue
    const act = syntax.head[i] as number
    return act > i ? act : -1
  }
  return -1
}

const endOf = (syntax: Syntax, word: number): number =>
  syntax.sentenceStart[(syntax.sentence[word] as number) + 1] as number
