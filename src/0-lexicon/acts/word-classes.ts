/** Classes of lemmas that rows name as `@class`. */
export const WORD_CLASSES: Readonly<Record<string, string>> = Object.freeze({
  talks:
    'talk meeting discussion negotiation consultation summit dialogue conversation conference parley round session call phone-call videoconference teleconference encounter audience gathering forum briefing',
  deal: 'agreement deal accord treaty pact memorandum mou protocol convention contract settlement understanding compact declaration charter framework statement roadmap arrangement concordat',
  force:
    'troop soldier force army unit battalion brigade marine warship ship vessel frigate destroyer submarine carrier jet aircraft warplane bomber tank fighter police policeman officer military navy contingent reinforcement militia artillery helicopter regiment personnel paratrooper fleet squadron convoy drone gunship commando reservist guard patrol battery system missile platoon squad cavalry infantry',
  weapon:
    'weapon arm arsenal missile warhead gun rifle ammunition munition explosive stockpile rocket mine nuke device',
  aid: 'aid assistance help relief loan grant donation fund funding money credit supply food medicine vaccine equipment package shipment subsidy tent blanket ventilator mask dose medic doctor expert team million billion dollar euro yen pound $ € £ rupee ruble franc weapon arm ammunition helicopter vehicle training shelter support contribution bailout',
  tie: 'relation tie relationship link contact cooperation trade partnership exchange diplomacy friendship alliance',
  envoy:
    'ambassador envoy diplomat consul attache attaché charge chargé representative minister emissary mission staff',
  monitor:
    'peacekeeper observer monitor mission inspector adviser advisor aid worker staff delegation expert volunteer',
  captive:
    'prisoner hostage detainee captive inmate soldier journalist reporter activist dissident sailor crew pilot person people man woman child militant suspect fighter member leader dissident minister president lawyer student citizen civilian worker politician opponent',
  curb: 'restriction curfew ban blockade embargo sanction siege emergency lockdown quarantine tariff limit curb control measure duty moratorium freeze prohibition',
  probe: 'investigation probe inquiry enquiry inquest audit review hearing proceeding',
  suit: 'lawsuit suit complaint case charge petition motion indictment action proceeding claim grievance protest accusation allegation',
  upset:
    'concern anger outrage dismay disappointment alarm displeasure dissatisfaction regret opposition disapproval indignation fear worry criticism frustration doubt condemnation objection reservation shock disgust unease fury',
  praise:
    'support solidarity backing appreciation gratitude sympathy condolence satisfaction admiration confidence praise respect thanks congratulation endorsement optimism',
  attack:
    'attack strike airstrike raid assault offensive bombing operation invasion bombardment ambush incursion shelling campaign war missile rocket bomb grenade shell barrage salvo onslaught',
  stir: 'protest demonstration rally march strike sit-in walkout riot vigil procession picket boycott stoppage',
  drill: 'exercise drill manoeuvre maneuver wargame war-game patrol',
  demand:
    'demand request call proposal plea appeal offer plan bid application suggestion idea resolution claim invitation bill petition notion deal draft ultimatum overture initiative recommendation condition amendment motion accusation allegation charge criticism pressure',
  ceasefire: 'ceasefire cease-fire truce armistice halt cessation',
  territory:
    'territory town city village province base area land island position control power post border region airport port',
})

/** Verbs that lend a noun their subject: "launched an attack", "held talks", "made a visit". */
export const SUPPORT_VERBS =
  'launch carry conduct make stage mount hold have begin start continue resume open do pay give take hold undertake perform lead step wage commit intensify deliver offer express voice issue provide announce attend join host execute unleash complete conclude wrap finish extend commence initiate enter engage arrange organize organise order reopen restart renew repeat receive send face plan expand escalate plot prepare threaten pursue'

/** Verbs under which an infinitive or gerund is not yet done. */
export const PLAN_VERBS =
  'plan intend want wish hope expect seek aim schedule prepare consider mull decide seek try attempt slate set propose look hope need prepare desire like mean ready due about likely poised scheduled expected planned consider contemplate weigh agree pledge promise vow offer threaten'
/** Verbs under which an act did not take place. */
export const FAIL_VERBS =
  'refuse decline fail deny avoid prevent stop block rule refrain abstain reject forbid ban bar cancel neglect cease oppose abandon thwart foil avert prohibit'
/** Verbs that leave open whether an act took place. */
export const DOUBT_VERBS =
  'urge call demand ask request appeal press push tell order beg implore encourage advise recommend warn fear threaten allege suspect accuse suggest propose imagine doubt wonder claim believe think accuse persuade convince force allow permit invite help'
