/** What is counted, by words. Compiled by hand from general English. Lemmas. */
export interface MeasureRow {
  readonly measure: string
  /** `thing`: the noun that is counted; `verb`: what happened to the counted, or they did; `of`: a noun before "of". */
  readonly by: 'thing' | 'verb' | 'adjective'
  readonly words: string
}

export const MEASURES: readonly MeasureRow[] = [
  { measure: 'deaths', by: 'thing', words: 'death fatality dead life corpse body' },
  {
    measure: 'deaths',
    by: 'verb',
    words: 'kill die slay massacre execute behead drown perish assassinate murder',
  },
  { measure: 'injured', by: 'thing', words: 'injury wounded injured' },
  { measure: 'injured', by: 'verb', words: 'injure wound hurt maim hospitalise hospitalize' },
  { measure: 'casualties', by: 'thing', words: 'casualty' },
  { measure: 'victims', by: 'thing', words: 'victim' },
  { measure: 'displaced', by: 'thing', words: 'refugee idp evacuee' },
  { measure: 'displaced', by: 'verb', words: 'displace flee evacuate uproot' },
  { measure: 'arrested', by: 'thing', words: 'arrest detainee prisoner' },
  { measure: 'arrested', by: 'verb', words: 'arrest detain jail imprison' },
  { measure: 'abducted', by: 'thing', words: 'hostage captive' },
  { measure: 'abducted', by: 'verb', words: 'abduct kidnap' },
  { measure: 'missing', by: 'adjective', words: 'missing unaccounted' },
  {
    measure: 'troops',
    by: 'thing',
    words:
      'troop soldier fighter personnel serviceman marine peacekeeper militant rebel gunman insurgent trooper policeman guard combatant paratrooper officer',
  },
  {
    measure: 'participants',
    by: 'thing',
    words:
      'protester protestor demonstrator participant marcher delegate attendee supporter activist visitor',
  },
  { measure: 'participants', by: 'verb', words: 'attend march demonstrate protest rally gather' },
  {
    measure: 'parties',
    by: 'thing',
    words:
      'country nation state government member party faction group organisation organization minister leader side signatory',
  },
  { measure: 'votes', by: 'thing', words: 'vote ballot seat' },
  {
    measure: 'people',
    by: 'thing',
    words:
      'people person civilian man woman child resident citizen family household migrant worker employee voter student passenger villager pilgrim inhabitant boy girl man minor youth patient teacher journalist doctor adult',
  },
  {
    measure: 'weapons',
    by: 'thing',
    words: 'missile rocket bomb warhead tank gun weapon rifle mortar shell drone grenade mine',
  },
  {
    measure: 'vehicles',
    by: 'thing',
    words: 'ship vessel warship boat aircraft plane jet helicopter vehicle truck submarine bus car',
  },
  {
    measure: 'buildings',
    by: 'thing',
    words: 'house home building school hospital village town church mosque shop',
  },
  {
    measure: 'attacks',
    by: 'thing',
    words: 'attack bombing explosion blast strike airstrike raid clash shooting incident',
  },
  { measure: 'distance', by: 'thing', words: 'kilometer kilometre km mile meter metre foot yard nm' },
  { measure: 'area', by: 'thing', words: 'hectare acre' },
  { measure: 'weight', by: 'thing', words: 'ton tonne kilogram kg pound gram kilo' },
  { measure: 'volume', by: 'thing', words: 'barrel liter litre gallon' },
  { measure: 'share', by: 'thing', words: 'percent % per-cent percentage' },
  { measure: 'duration', by: 'thing', words: 'second minute hour day week month year decade century' },
]

/** ISO 4217 code and the signs, codes and plain names it is written with, lower case. */
export const CURRENCIES: readonly (readonly [code: string, names: string])[] = [
  ['USD', '$|us$|usd|dollar|u.s.$'],
  ['EUR', '€|eur|euro'],
  ['GBP', '£|gbp|sterling'],
  ['JPY', '¥|jpy|yen'],
  ['CNY', 'cny|yuan|renminbi|rmb'],
  ['RUB', 'rub|ruble|rouble'],
  ['INR', '₹|inr|rupee'],
  ['KRW', '₩|krw|won'],
  ['CHF', 'chf'],
  ['TWD', 'nt$|twd'],
  ['CAD', 'c$|cad|ca$'],
  ['AUD', 'a$|aud|au$'],
  ['NZD', 'nz$|nzd'],
  ['HKD', 'hk$|hkd'],
  ['SGD', 's$|sgd'],
  ['ILS', '₪|ils|shekel'],
  ['TRY', '₺|try|lira'],
  ['BRL', 'r$|brl|real'],
  ['MXN', 'mxn|mex$'],
  ['ZAR', 'zar|rand'],
  ['UAH', '₴|uah|hryvnia'],
  ['NGN', '₦|ngn|naira'],
  ['PHP', '₱|php'],
  ['THB', '฿|thb|baht'],
  ['IDR', 'idr|rupiah'],
  ['MYR', 'myr|ringgit'],
  ['SAR', 'sar|riyal'],
  ['IRR', 'irr|rial'],
  ['PLN', 'pln|zloty'],
  ['SEK', 'sek'],
  ['NOK', 'nok'],
  ['DKK', 'dkk'],
  ['KES', 'kes'],
  ['EGP', 'egp'],
  ['VND', 'vnd|dong'],
  ['BDT', 'bdt|taka'],
  ['AFN', 'afn|afghani'],
  ['DEM', 'dem|deutschmark|mark'],
  ['FRF', 'frf|franc'],
]
