/** News agencies as they sign datelines, lower-case. */
export const AGENCIES: ReadonlySet<string> = new Set(
  `reuters|thomson reuters|afp|agence france-presse|ap|associated press|the associated press|upi|dpa|efe|ansa|apa|belga|
anp|tt|ntb|ritzau|stt|lusa|pap|ctk|čtk|mti|agerpres|bta|tanjug|hina|interfax|interfax-ukraine|tass|itar-tass|itar tass|
ria novosti|ria|sputnik|ukrinform|unian|belta|trend|azertac|armenpress|xinhua|kyodo|jiji|jiji press|yonhap|kcna|cna|
vna|bernama|antara|pna|pti|ani|ians|uni|app|bss|unb|irna|isna|mehr|mna|fars|fna|tasnim|presstv|press tv|sana|mena|wafa|
petra|spa|wam|qna|kuna|bna|ona|nna|ina|aa|anadolu|anadolu agency|dha|iha|aps|map|tap|nan|sabc|saba|suna|shabait|ena|
bloomberg|dow jones|marketwatch|cnn|bbc|voa|rfe/rl|irin|ips|aap|pa|press association|canadian press|
the canadian press|cp|prensa latina|notimex|telam|andina|acn|agencia brasil|mercopress|allafrica|un news|usip|rtt|
rttnews|news agencies|agencies|staff reporter|wsj|nyt`
    .replaceAll('\n', '')
    .split('|'),
)

/** Month names and their short forms, lower-case. */
export const MONTHS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
)

/** Weekdays and their short forms, lower-case. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
)

/** First words of heads that look like datelines but announce a kind of text or a speaker. */
export const NOT_PLACES: ReadonlySet<string> = new Set(
  `analysis answer background breaking brief by byline comment commentary correction corrected editorial exclusive explainer
factbox fact feature flash from graphic interview key live minister moderator mr mr. mrs mrs. ms ms. news note
opinion photo photos picture pictures poll president prime profile q question quotes report reporter review secretary senior
sir spokesman spokeswoman statement story summary the timeline transcript update updated urgent video voice watch
what when where who why wrapup a an but and if in on at it he she we they i this that there here yes no`.split(
    /\s+/,
  ),
)
