/** Universal Dependencies v2 inventories, as numbers in columns and as names at the edges. */

/** Universal part-of-speech tags; a word's `upos` column holds the index. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type UposName = (typeof UPOS)[number]

/** Dependency relations with English subtypes; a word's `deprel` column holds the index. */
export const DEPREL = [
  'root',
  'acl',
  'acl:relcl',
  'advcl',
  'advcl:relcl',
  'advmod',
  'amod',
  'appos',
  'aux',
  'aux:pass',
  'case',
  'cc',
  'cc:preconj',
  'ccomp',
  'compound',
  'compound:prt',
  'conj',
  'cop',
  'csubj',
  'csubj:outer',
  'csubj:pass',
  'dep',
  'det',
  'det:predet',
  'discourse',
  'dislocated',
  'expl',
  'fixed',
  'flat',
  'goeswith',
  'iobj',
  'list',
  'mark',
  'nmod',
  'nmod:desc',
  'nmod:poss',
  'nmod:unmarked',
  'nsubj',
  'nsubj:outer',
  'nsubj:pass',
  'nummod',
  'obj',
  'obl',
  'obl:agent',
  'obl:unmarked',
  'orphan',
  'parataxis',
  'punct',
  'reparandum',
  'vocative',
  'xcomp',
] as const
export type DeprelName = (typeof DEPREL)[number]

const byName = <Name extends string>(names: readonly Name[]) =>
  Object.freeze(Object.fromEntries(names.map((name, i) => [name, i]))) as Readonly<Record<Name, number>>

/** `Upos.VERB` is the number that stands in the column. */
export const Upos: Readonly<Record<UposName, number>> = byName(UPOS)
/** `Deprel['nsubj:pass']` is the number that stands in the column. */
export const Deprel: Readonly<Record<DeprelName, number>> = byName(DEPREL)

/** The features that later floors ask for, as `Feature=Value`; a word's `feats` column is a bit set of them. */
export const FEATS = [
  'Tense=Past',
  'Tense=Pres',
  'Mood=Ind',
  'Mood=Imp',
  'Mood=Sub',
  'VerbForm=Fin',
  'VerbForm=Inf',
  'VerbForm=Part',
  'VerbForm=Ger',
  'Voice=Pass',
  'Number=Sing',
  'Number=Plur',
  'Person=1',
  'Person=2',
  'Person=3',
  'Poss=Yes',
  'Polarity=Neg',
  'Case=Nom',
  'Case=Acc',
  'Case=Gen',
  'PronType=Prs',
  'PronType=Rel',
  'PronType=Int',
  'PronType=Dem',
  'PronType=Art',
  'Definite=Def',
  'Definite=Ind',
  'Degree=Cmp',
  'Degree=Sup',
  'NumType=Card',
  'NumType=Ord',
] as const
export type FeatName = (typeof FEATS)[number]

/** `Feats['Tense=Past']` is the bit: `(syntax.feats[i] & Feats['Tense=Past']) !== 0`. */
export const Feats: Readonly<Record<FeatName, number>> = Object.freeze(
  Object.fromEntries(FEATS.map((name, i) => [name, (1 << i) >>> 0])) as Record<FeatName, number>,
)
