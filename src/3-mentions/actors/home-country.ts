import type { Syntax } from '#syntax'
import type { Desk, Draft } from './draft.ts'
import { countryOf } from './look-up.ts'

/** A country that a sentence speaks of, by its name, its people, its towns or its office holders. */
interface Trace {
  readonly sentence: number
  readonly country: string
  readonly weight: number
}

/** What is said far off counts this much of what is said here. */
const FAR = 0.25
/** Sentences over which nearness fades. */
const FADE = 3
/** The opening of a report says where it plays. */
const OPENING = 2
/** How far the first country must lead the second. */
const LEAD = 1.02

/**
 * In which country a report plays where a sentence stands: who is told of without a country ("police", "residents", an
 * unknown person) is most likely of it. Null where the text points to none, or to two alike.
 */
export function homeCountry(desk: Desk, drafts: readonly Draft[]): (sentence: number) => string | null {
  const traces = readTraces(desk, drafts)
  const known = new Map<number, string | null>()
  return (sentence) => {
    const kept = known.get(sentence)
    if (kept !== undefined) return kept
    const found = weigh(traces, sentence)
    known.set(sentence, found)
    return found
  }
}

/** Traces of one kind add up by country, so that a long text costs no more than its countries. */
function weigh(traces: readonly Trace[], sentence: number): string | null {
  const sums = new Map<string, number>()
  for (const { sentence: there, country, weight } of traces) {
    const away = Math.abs(sentence - there)
    const near = away > 30 ? 0 : Math.exp(-away / FADE)
    sums.set(country, (sums.get(country) ?? 0) + weight * (near + FAR))
  }
  let [best, most, second]: [string | null, number, number] = [null, 0, 0]
  for (const [country, sum] of sums)
    if (sum > most) [best, most, second] = [country, sum, most]
    else if (sum > second) second = sum
  return most >= second * LEAD ? best : null
}

/** Country domains of the web whose code is not the first two letters of the alpha-3 code, or is. */
const DOMAINS: ReadonlyMap<string, string> = new Map(
  'ae ARE af AFG al ALB am ARM ar ARG at AUT au AUS az AZE ba BIH bd BGD be BEL bg BGR bh BHR bo BOL br BRA by BLR ca CAN ch CHE cl CHL cn CHN cr CRI cu CUB cy CYP cz CZE de DEU dk DNK do DOM dz DZA ec ECU ee EST eg EGY es ESP et ETH fi FIN fr FRA ge GEO gh GHA gr GRC gt GTM hk HKG hn HND hr HRV hu HUN id IDN ie IRL il ISR in IND iq IRQ ir IRN it ITA jm JAM jo JOR jp JPN ke KEN kg KGZ kh KHM kr KOR kw KWT kz KAZ la LAO lb LBN lk LKA lt LTU lv LVA ly LBY ma MAR md MDA mk MKD mm MMR mn MNG mt MLT mu MUS mx MEX my MYS mz MOZ na NAM ng NGA ni NIC nl NLD no NOR np NPL nz NZL om OMN pa PAN pe PER ph PHL pk PAK pl POL ps PSE pt PRT py PRY qa QAT ro ROU rs SRB ru RUS rw RWA sa SAU sd SDN se SWE sg SGP si SVN sk SVK sn SEN sv SLV sy SYR th THA tn TUN tr TUR tw TWN tz TZA ua UKR ug UGA uk GBR uy URY uz UZB ve VEN vn VNM ye YEM za ZAF zm ZMB zw ZWE'
    .split(/ (?=[a-z])/)
    .map((row) => row.split(' ') as [string, string]),
)

/** The country whose domain an address is under; null for none and for those that anybody takes. */
function countryOfHost(url: string | null): string | null {
  const host = /^https?:\/\/([^/:?#]+)/.exec(url ?? '')?.[1]
  return DOMAINS.get(host?.split('.').at(-1) ?? '') ?? null
}

/** At most so many traces are kept, the first of a text: where it plays is told early. */
const MOST_TRACES = 600

function readTraces({ syntax, matches, places }: Desk, drafts: readonly Draft[]): readonly Trace[] {
  const out: Trace[] = []
  const add = (word: number, country: string | null, weight: number) => {
    if (country === null || out.length >= MOST_TRACES) return
    const sentence = syntax.sentence[word] as number
    out.push({ sentence, country, weight: sentence < OPENING ? weight * 1.5 : weight })
  }
  const outlet = countryOfHost(syntax.document.url)
  if (outlet) out.push({ sentence: 0, country: outlet, weight: 4 })
  for (const match of matches.list) add(match.first, countryOf(match), 1)
  for (const { first, country } of places) add(first, country, 1)
  for (const it of drafts)
    if (it.kind === 'name' && it.entry !== null && it.person) add(it.head, it.country, 1)
  return out.sort((a, b) => a.sentence - b.sentence)
}

/** The sentence of a draft. */
export const sentenceOf = (syntax: Syntax, it: Draft): number => syntax.sentence[it.head] as number
