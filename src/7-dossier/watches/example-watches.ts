import type { Watch } from '#archive'

/** States that claim the same waters or islands of the South and East China Sea. */
const CLAIMANTS = ['BRN', 'CHN', 'JPN', 'MYS', 'PHL', 'TWN', 'VNM'] as const

const SEA = [
  '"South China Sea"',
  '"East China Sea"',
  'Spratly*',
  'Paracel*',
  'Scarborough',
  'Senkaku*',
  'Diaoyu*',
  'reef*',
  'shoal*',
  'islet*',
  'vessel*',
  'ship*',
  'fisher*',
  'fishing',
  '"coast guard"',
  'coastguard',
  'maritime',
  'sea',
  'waters',
]

/** The watches that Rapporteur comes with. */
export const EXAMPLE_WATCHES: readonly Watch[] = [
  {
    id: 'unilateral-acts-at-sea',
    title: 'Unilateral acts at sea between rival claimants',
    question: {
      q: SEA.join(' OR '),
      actor: CLAIMANTS,
      // what rules of conduct at sea would forbid; most of it is first heard of when one side accuses the other
      type: ['MOBILIZE', 'COERCE', 'ASSAULT', 'SANCTION', 'THREATEN', 'ACCUSE'],
      status: ['asserted', 'planned'],
    },
    dossier: null,
    condition: { kind: 'each' },
    rivals: CLAIMANTS,
    webhook: null,
    command: null,
    paused: false,
  },
]
