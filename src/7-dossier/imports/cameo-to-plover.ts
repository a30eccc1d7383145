import { type EventType, QUAD_OF } from '#lexicon'

const ROOTS: { readonly [root: string]: EventType } = {
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '08': 'CONCEDE',
  '09': 'ACCUSE',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
  '14': 'PROTEST',
  '15': 'MOBILIZE',
  '16': 'SANCTION',
  '17': 'COERCE',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '20': 'ASSAULT',
}

/** PLOVER's type for a CAMEO code, by the table of PLOVER's manual; null for 01 and 02, which PLOVER has dropped. */
export function cameoToPlover(code: string): { readonly type: EventType; readonly quad: string } | null {
  // a code that went through a spreadsheet has lost its zero
  const whole = /^[1-9]$/.test(code) ? `0${code}` : code
  const type = /^08[4-7]/.test(whole) ? 'RETREAT' : ROOTS[whole.slice(0, 2)]
  return type === undefined ? null : { type, quad: QUAD_OF[type] }
}
