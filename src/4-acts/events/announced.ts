import type { EventType } from '#lexicon'
import type { EventStatus } from '../act.ts'
import type { Modality } from './status.ts'

const TO_AGREE = new Set<EventType>(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const TO_THREAT: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'violence',
  COERCE: 'restrict',
  SANCTION: 'relations',
}
const WILLING = new Set<EventType>(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'])

export interface Changed {
  readonly type: EventType
  readonly mode: string | null
  readonly status: EventStatus
}

/**
 * PLOVER's readings of what is to come: a coming meeting or help is AGREE, a coming release or withdrawal CONCEDE,
 * announced force or measures THREATEN, "will not help" REJECT.
 */
export function changeOf(
  type: EventType,
  mode: string | null,
  { status, announced, negated }: Modality,
): Changed {
  if (negated && announced && WILLING.has(type))
    return { type: 'REJECT', mode: refusedMode(type), status: 'asserted' }
  if (negated) return { type, mode, status }
  if (status === 'planned' && TO_AGREE.has(type)) return { type: 'AGREE', mode: null, status }
  if (status === 'planned' && type === 'RETREAT') return { type: 'CONCEDE', mode: null, status }
  const threat = TO_THREAT[type]
  if (announced && threat !== undefined) return { type: 'THREATEN', mode: threatened(threat, mode), status }
  return { type, mode, status }
}

function threatened(threat: string, mode: string | null): string {
  return mode === 'arrest' || mode === 'expel' ? mode : threat
}

function refusedMode(type: EventType): string | null {
  if (type === 'CONSULT') return 'meet'
  if (type === 'CONCEDE' || type === 'RETREAT') return 'yield'
  return type === 'AGREE' ? null : 'assist'
}
