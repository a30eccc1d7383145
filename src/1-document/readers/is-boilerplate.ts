/** Is this line of a page no part of its text: an invitation, a credit, a time stamp, a label? */
export function isBoilerplate(line: string): boolean {
  return line.length < 400 && LINES.some((pattern) => pattern.test(line))
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const DATE = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4}|\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?)`

const LINES: readonly RegExp[] = [
  // labels
  /^(?:advertisement|ad|sponsored(?: content)?|promoted|skip to (?:main )?content|table of contents|key points|in this article|image credits?:.*|getty images|reuters|ap photo.*|file photo.*|news updates|more about|read in app|always active)$/i,
  /^(?:story|article) continues below.*$/i,
  // pointers to other texts
  /^(?:(?:continue reading|read more|read next|read also|also read|see also|see more|watch|listen|related|more|more from|up next|don[’']t miss|explore more|recommended)(?: (?:stories|articles|coverage|content|reading))?\s*(?:[:|»>].*)?)$/i,
  /^(?:read|see|watch|more|related|also)(?: \w+){0,3}\s*[:|]\s/i,
  /^(?:continue reading|read (?:more|full|the (?:full|whole|rest)))\b[^.!?]{0,60}[.…>»\s]*$/i,
  /^published under:/i,
  /^(?:unsubscribe|view (?:this (?:e-?mail|newsletter) )?in (?:your |a )?browser|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|update your preferences|forward to a friend|no longer (?:want|wish) to receive)\b.{0,80}$/i,
  // invitations
  /^(?:share|tweet|email|print|save|comments?|copy link|join the conversation|sign in(?: or create an account)?|log ?in|register|subscribe|newsletter|view comments)$/i,
  /\bsign(?:ing)? up (?:for|to|here)\b.*\b(?:newsletter|alerts?|emails?|inbox)\b|\bnewsletter\b.*\b(?:inbox|sign(?:ing)? up|subscribe)\b|\bdelivered (?:straight )?to your inbox\b|\bcheck your junk folder\b|\bencountered an issue signing you up\b|\bwill soon be in your inbox\b|^thanks for signing up/i,
  /^(?:follow|like|join|find) (?:us|me|him|her|them)\b.*\b(?:twitter|facebook|instagram|whatsapp|telegram|x|linkedin|threads|bluesky)\b/i,
  /\b(?:we may earn|may earn an?|affiliate) (?:affiliate )?(?:commission|links?)\b/i,
  /^(?:this|our) (?:web)?site uses cookies\b|\buse of cookies\b|\bwe (?:use|store) cookies\b/i,
  /^(?:get in touch with|contact) (?:our|the) news(?:room| team)\b|^for more stories like this\b|^do you have a story\b|^got a (?:story|tip)\b/i,
  // credits
  /\((?:image|photo|picture|credit|video|pic)s?:[^)]*\)\.?$/i,
  /^(?:photo(?:graph)?s?|image|picture|video|credit|source): [^.]{1,80}$/i,
  /^(?:additional |with )?report(?:ing|s) by\b.*$/i,
  /^[—–-]\s?(?:additional )?reporting by\b/i,
  /^our standards: /i,
  // time stamps
  /^(?:\d+|an?) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago\b.{0,40}$/i,
  /^\d+[ -]min(?:ute)?s?(?: read)?\b.{0,60}$/i,
  new RegExp(`^(?:(?:last )?(?:published|updated|posted|modified)(?: on)?:? ?)?${DATE}(?:\\b.{0,40})?$`, 'i'),
  /^(?:last )?(?:published|updated)\b.{0,40}\b(?:ago|\d{4}|[ap]m)\b.{0,20}$/i,
]
