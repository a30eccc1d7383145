import { Deprel, Upos } from '#syntax'
import type { Statement } from '../act.ts'
import { bareRow } from './bare-row.ts'
import type { Proposal } from './proposal.ts'
import { type Ground, sameActor } from './propose.ts'
import { resolve } from './roles.ts'
import { at, childOf, isPassive } from './tree.ts'

const OBLIGING = new Set(['must', 'should', 'ought', 'shall'])
const SUBJECT = new Set([Deprel.nsubj, Deprel['nsubj:pass']])

const ROW = bareRow({ id: 'request.told-must', type: 'REQUEST', frame: 'S > C' }, 1, 0.6)

/** "He must stop", said by somebody else: a demand of the speaker on the subject. */
export function mustDo(
  { mentions, index }: Ground,
  statements: readonly Statement[],
  said: Int32Array,
): readonly Proposal[] {
  const s = mentions.syntax
  const found: Proposal[] = []
  for (let w = 0; w < s.length; w++) {
    if (at(s.upos, w) !== Upos.AUX || !OBLIGING.has(s.lower[w] ?? '') || at(s.deprel, w) !== Deprel.aux)
      continue
    const verb = at(s.head, w)
    const speakers = statements[said[w] ?? -1]?.speakers ?? []
    if (verb < 0 || speakers.length === 0 || at(s.upos, verb) !== Upos.VERB || isPassive(s, verb)) continue
    const subject = resolve(mentions, index, childOf(s, verb, SUBJECT), false)
    const recipients = subject.filter(
      (r) => known(mentions.actors[r]) && !speakers.some((a) => sameActor(mentions, a, r)),
    )
    if (recipients.length) found.push(demand(verb, speakers, recipients))
  }
  return found
}

const known = (
  actor:
    | { readonly country: string | null; readonly kind: string; readonly sectors: readonly string[] }
    | undefined,
) => actor !== undefined && (actor.country !== null || actor.sectors.length > 0 || actor.kind === 'name')

const demand = (word: number, actors: readonly number[], recipients: readonly number[]): Proposal => ({
  compiled: ROW,
  type: 'REQUEST',
  mode: 'change',
  cameo: null,
  status: 'asserted',
  word,
  support: -1,
  object: -1,
  governed: -1,
  actors,
  recipients,
  slots: ['speaker', 'S'],
  score: 0.6,
})
