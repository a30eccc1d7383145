import type { Context } from '../plover.ts'

/** Lemmas that speak of each PLOVER context; a word with `!` is enough alone, two others are needed. */
export const CONTEXT_WORDS: Readonly<Record<Context, string>> = Object.freeze({
  military:
    'military! army! navy! troop! soldier! airstrike! brigade! warship! battalion! pentagon! artillery general defense defence force fighter missile weapon ceasefire',
  intelligence:
    'espionage! spy! cia! mossad! mi6! fsb! kgb! wiretap! counterintelligence! intelligence agent surveillance covert classified',
  executive: 'cabinet! premiership! president minister chancellor reshuffle! inauguration! impeachment!',
  legislative:
    'parliament! parliamentary! senate! congress! legislature! lawmaker! legislator! knesset! duma! bundestag! bill coalition deputy senator',
  election: 'election! electoral! ballot! referendum! polling! runoff! voter! candidate campaign vote poll',
  political_institutions: 'constitution! constitutional! amendment! party institution coup! junta! reform',
  pro_democracy: 'democratization! democratisation! pro-democracy! democracy democratic transition',
  pro_autocracy:
    'coup! junta! dictatorship! autocracy! authoritarian! authoritarianism! dictator! putsch! autocratic!',
  economic:
    'economic! trade! tariff! inflation! export! import! gdp! imf! economy! investment! currency bank debt market budget finance fiscal tax loan',
  legal:
    'court! judge! lawsuit! tribunal! prosecutor! icc! indictment! trial! verdict! extradition! attorney law legal convention lawyer',
  reparations: 'reparation! compensation! restitution! indemnity!',
  human_rights: 'human-rights! amnesty-international! atrocity! genocide! rights abuse violation war-crime',
  rights_freedoms: 'censorship! freedom! journalist press speech assembly dissident! liberty union worship',
  repression:
    'crackdown! repression! repress! tear-gas! teargas! protester dissident! disperse detain activist',
  human_security:
    'famine! hunger! starvation! humanitarian! malnutrition! shelter food water housing electricity',
  gender: 'feminist! abortion! gender! femicide! women! sexism! hijab! woman girl',
  lgbt: 'lgbt! lgbtq! gay! lesbian! transgender! homosexual! homosexuality! same-sex!',
  religion_ethnicity:
    'religious! ethnic! sectarian! shiite! sunni! muslim! christian! jewish! hindu! rohingya! uighur! uyghur! kurd! mosque! church! clergy! caste! religion minority bishop pope imam',
  inequality: 'inequality! discrimination! apartheid! racism! racist! poverty! disparity!',
  diplomatic:
    'diplomat! diplomatic! ambassador! embassy! envoy! consulate! diplomacy! summit! treaty! talk negotiation bilateral foreign dialogue',
  territory:
    'sovereignty! separatist! annexation! annex! secession! occupied! border territorial! independence! disputed! territory autonomy',
  peacekeeping: 'peacekeeper! peacekeeping! observer! ceasefire truce monitor mission',
  health:
    'pandemic! covid-19! covid! coronavirus! vaccine! virus! epidemic! ebola! hospital outbreak! hiv! cholera! health disease doctor',
  asylum: 'asylum!',
  migration: 'migrant! refugee! migration! immigration! immigrant! displaced! displacement! deportation!',
  disasters:
    'earthquake! flood! hurricane! cyclone! tsunami! typhoon! drought! wildfire! landslide! volcano! eruption! disaster crash storm',
  natural_resource:
    'oil! gas! opec! pipeline! mining! crude! fishery! timber! petroleum! mineral! energy wheat fish coal',
  environment: 'climate! environmental! emission! pollution! renewable! deforestation! biodiversity! carbon!',
  technology:
    'technology! 5g! semiconductor! satellite! ai! chip! software! huawei! tech digital internet space',
  terrorism:
    'terrorist! terrorism! jihadist! extremist! isis! isil! qaeda! al-qaeda! bomber! islamic-state! hezbollah militant extremism',
  cbrn: 'nuclear! chemical-weapon! uranium! enrichment! denuclearization! denuclearisation! novichok! sarin! plutonium! warhead! nonproliferation! chemical biological missile',
  cyber: 'cyber! cyberattack! hacker! hack! malware! ransomware! cybersecurity! hacking! phishing!',
  misinformation: 'disinformation! misinformation! propaganda! fake-news! hoax!',
  crime: 'murder! gang! robbery! mafia! criminal! homicide! police theft crime kidnap',
  corruption: 'corruption! bribe! bribery! graft! embezzlement! kickback! embezzle! laundering!',
  illegal_drugs: 'cocaine! heroin! drug! narcotic! cartel! opium! marijuana! cannabis! fentanyl! meth!',
  trafficking: 'trafficking! smuggling! smuggler! trafficker! smuggle! contraband!',
})
