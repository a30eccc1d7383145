/**
 * Words that bring somebody's speech or thought, by what is done with them. Compiled by hand from general English.
 * Nouns carry `/n`, adjectives `/a`; all others are verbs. Two words are a verb and its particle.
 */
export type SpeechKind =
  | 'claim'
  | 'report'
  | 'question'
  | 'demand'
  | 'denial'
  | 'rejection'
  | 'warning'
  | 'praise'
  | 'condemnation'
  | 'promise'
  | 'agreement'
  | 'concern'
  | 'hope'
  | 'thought'
  | 'evidence'

export const SPEECH_CUES: Readonly<Record<SpeechKind, string>> = {
  claim: `say tell add state assert claim contend maintain argue insist reiterate repeat stress emphasise emphasize
    underline underscore declare proclaim announce affirm reaffirm aver avow allege comment remark observe note mention
    point explain clarify elaborate continue conclude respond reply answer retort counter interject quip joke muse
    opine suggest hint imply intimate indicate signal convey communicate relate recount recall narrate testify swear
    attest vouch confess admit concede acknowledge reveal disclose divulge leak confide whisper shout yell scream cry
    exclaim mutter mumble murmur chant blurt gush rant boast brag crow write tweet post blog text email publish
    broadcast cable fax letter sign-off state specify detail describe characterise characterize portray depict label
    brand dub term call name liken compare summarise summarize paraphrase quote cite quip assure reassure inform notify
    brief advise remind teach preach lecture address speak talk discuss outline present submit propose put contend
    posit postulate theorise theorize speculate lament bemoan bewail regret sigh sob chime volunteer offer interpret
    reason rationalise defend justify allude refer point dictate recite pronounce rule decree certify verify confirm
    corroborate echo parrot stipulate reckon estimate put calculate forecast predict project foresee prophesy
    statement/n assertion/n claim/n contention/n argument/n comment/n remark/n observation/n declaration/n
    announcement/n explanation/n suggestion/n testimony/n confession/n admission/n acknowledgement/n revelation/n
    allegation/n accusation/n reply/n response/n answer/n message/n word/n quip/n tweet/n speech/n insistence/n
    assurance/n notion/n proposition/n assessment/n estimate/n prediction/n forecast/n description/n reference/n
    proposal/n recommendation/n rhetoric/n account/n saying/n confirmation/n repetition/n`,
  report: `report cover carry publish broadcast air run relay transmit document detail chronicle record cite quote
    report/n dispatch/n account/n rumour/n rumor/n communique/n bulletin/n`,
  question: `ask question query wonder inquire enquire challenge quiz probe grill interrogate press doubt
    question/n query/n doubt/n inquiry/n`,
  demand: `demand urge call request require order command instruct direct press push appeal plead beg implore beseech
    entreat exhort encourage invite advise recommend counsel counsel petition lobby insist summon pressure tell
    challenge advocate campaign agitate prod nudge
    demand/n request/n call/n appeal/n order/n plea/n petition/n ultimatum/n recommendation/n advice/n instruction/n
    exhortation/n`,
  denial: `deny refute rebut disavow disclaim contradict dispute contest gainsay repudiate disown
    denial/n rebuttal/n refutation/n disclaimer/n`,
  rejection: `reject refuse decline dismiss rebuff spurn scorn brush discount oppose object resist protest veto disagree
    dissent scoff shrug downplay renounce rescind withdraw
    rejection/n refusal/n objection/n opposition/n dismissal/n protest/n`,
  warning: `warn caution threaten alert alarm forewarn menace vow
    warning/n threat/n alert/n caution/n`,
  praise: `praise hail welcome applaud commend laud salute thank congratulate celebrate extol endorse compliment cheer
    bless admire honour honor credit tout champion back support
    praise/n endorsement/n support/n tribute/n welcome/n thanks/n congratulation/n admiration/n compliment/n backing/n`,
  condemnation: `condemn denounce criticise criticize slam blast decry deplore castigate censure rebuke lambast lambaste
    attack assail berate chide scold chastise reproach reprimand accuse blame fault ridicule mock deride disparage
    belittle insult vilify malign excoriate rip hammer pillory skewer lash bash rail fume rage
    complain grumble gripe bristle hit impugn slander smear smite taunt jeer
    condemnation/n criticism/n denunciation/n rebuke/n attack/n accusation/n complaint/n jab/n swipe/n insult/n
    charge/n blame/n tirade/n critical/a`,
  promise: `promise pledge vow commit swear guarantee undertake assure guarantee threaten offer
    promise/n pledge/n vow/n commitment/n guarantee/n offer/n undertaking/n assurance/n`,
  agreement: `agree accept consent concur approve acquiesce assent concede yield ratify endorse acknowledge admit
    agreement/n consent/n approval/n acceptance/n`,
  concern: `worry fear fret dread regret apologise apologize sympathise sympathize
    concern/n fear/n worry/n regret/n anxiety/n apology/n alarm/n unease/n condolence/n
    worried/a concerned/a afraid/a alarmed/a anxious/a fearful/a sorry/a upset/a furious/a angry/a`,
  hope: `hope wish want desire aim intend plan seek expect anticipate aspire long yearn prefer favour favor await mean
    hope/n wish/n desire/n intention/n plan/n expectation/n goal/n aim/n
    hopeful/a eager/a keen/a willing/a ready/a optimistic/a pessimistic/a confident/a determined/a`,
  thought: `think believe feel know consider regard view see deem assume presume suppose suspect imagine guess
    understand realise realize recognise recognize conclude decide resolve judge doubt perceive find fancy
    conceive contemplate ponder weigh remember forget learn discover hear sense dream appreciate accept
    belief/n view/n opinion/n thought/n idea/n impression/n conviction/n feeling/n suspicion/n understanding/n
    perception/n conclusion/n decision/n judgment/n judgement/n assumption/n theory/n sense/n stance/n position/n
    certain/a sure/a convinced/a aware/a skeptical/a sceptical/a unsure/a unaware/a doubtful/a`,
  evidence: `show find suggest indicate reveal prove demonstrate confirm read appear seem conclude
    finding/n evidence/n proof/n reportedly/r allegedly/r supposedly/r apparently/r purportedly/r`,
}
