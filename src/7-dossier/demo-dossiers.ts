import type { Dossier } from '#archive'

/** The saved questions that the demo archive comes with. */
export const DEMO_DOSSIERS: readonly Dossier[] = [
  { slug: 'syria-talks', title: 'Syria talks', question: { actor: ['SYR'] } },
  { slug: 'north-korea', title: 'North Korea', question: { actor: ['PRK'] } },
  {
    slug: 'south-china-sea',
    title: 'South China Sea',
    question: { q: 'sea OR reef OR shoal OR islands OR tribunal', actor: ['CHN', 'PHL', 'VNM', 'igo/ASEAN'] },
  },
  { slug: 'iran-talks', title: 'Iran talks', question: { actor: ['IRN'] } },
  { slug: 'ukraine', title: 'Ukraine', question: { actor: ['UKR'] } },
]
