/** Words that keep their full stop, in lower case. Titles and the like rarely end a sentence; see `NEVER_LAST`. */
export const NEVER_LAST: ReadonlySet<string> = new Set(
  (
    'mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. cpl. cmdr. adm. brig. rev. hon. sen. rep. reps. sens. gov. pres. st. ft. mt. ' +
    'messrs. mme. mlle. amb. insp. supt. det. fr. sr. pvt. vs. v. no. nos. fig. figs. vol. ch. sec. art. approx. ca. cf. e.g. i.e. ' +
    'jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. pp. p. eds. ed. al. op. cit.'
  ).split(' '),
)

/** Words that keep their full stop and may well end a sentence. */
const MAYBE_LAST = (
  'u.s. u.k. u.n. e.u. u.s.a. u.s.s.r. d.c. a.m. p.m. inc. corp. co. ltd. jr. etc. bros. dept. est. ave. blvd. rd. ph.d. m.d. b.a. m.a. ' +
  'mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mich. ' +
  'minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. vt. va. wash. wis. wyo. assn. intl. govt. univ. min. max. yr. yrs. hr. hrs. ext.'
).split(' ')

export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [...NEVER_LAST, ...MAYBE_LAST].filter(
    (w) =>
      ![
        'no.',
        'art.',
        'fig.',
        'mar.',
        'sun.',
        'sat.',
        'miss.',
        'ill.',
        'ind.',
        'wash.',
        'ed.',
        'min.',
        'max.',
        'p.',
        'la.',
        'mo.',
        'co.',
      ].includes(w) || ['no.', 'co.', 'mar.', 'p.'].includes(w),
  ),
)

/** What stands before a hyphen without being a word of its own. */
export const JOINED_PREFIXES: ReadonlySet<string> = new Set(
  'e co re pre non post anti pro semi mini ex mid cross socio over arch un multi inter intra counter sub super ultra bi tri quasi neo trans de o'.split(
    ' ',
  ),
)

/** Tokens without an apostrophe that are two words, and where they part. */
export const SPLIT_WORDS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['im', 1],
  ['ive', 1],
  ['youre', 3],
  ['youve', 3],
  ['theyre', 4],
  ['theyve', 4],
  ['thats', 4],
  ['whats', 4],
  ['outta', 3],
  ['cant', 2],
  ['aint', 2],
  ['arent', 3],
  ['havent', 4],
  ['hasnt', 3],
  ['hadnt', 3],
  ['werent', 4],
  ['shouldnt', 6],
  ['dont', 2],
  ['wont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['isnt', 2],
  ['wasnt', 3],
  ['lemme', 3],
  ['gimme', 3],
])
