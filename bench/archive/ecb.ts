import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** An annotated mention of an event: where it stands, and which happening it is. */
export interface GoldMention {
  readonly start: number
  readonly end: number
  /** The same for all mentions of one happening, in whatever document. */
  readonly happening: string
}

/** A document of ECB+ as text, with its annotated events. */
export interface GoldDocument {
  readonly id: string
  readonly topic: string
  /** ECB+ tells two stories a topic: the file's name says which. */
  readonly story: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
}

/**
 * Reads ECB+ (Cybulska and Vossen, LREC 2014): the documents of an archive as plain text, a line a sentence, and the
 * mentions of actions in the sentences that its authors validated for coreference across documents. The first
 * sentence of an ecbplus file is the address of the page and no part of the text.
 */
export function readEcb(archive: string, sentences: string): GoldDocument[] {
  const validated = new Set(
    gunzipSync(readFileSync(sentences))
      .toString()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',').join(' ')),
  )
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-ecb-'))
  try {
    execFileSync('tar', ['xzf', archive, '-C', folder])
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .sort()
      .map((file) => readFile(basename(file, '.xml'), readFileSync(join(folder, file), 'utf8'), validated))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  )

function readFile(id: string, xml: string, validated: ReadonlySet<string>): GoldDocument {
  const [topic = '', name = ''] = id.split('_')
  const plus = id.endsWith('plus')
  const tokens = new Map<string, { start: number; end: number; sentence: string }>()
  let text = ''
  let last = ''
  for (const [, t = '', sentence = '', word = ''] of xml.matchAll(
    /<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)<\/token>/g,
  )) {
    if (plus && sentence === '0') continue
    if (text !== '') text += sentence === last ? ' ' : '\n'
    const plain = unescaped(word)
    tokens.set(t, { start: text.length, end: text.length + plain.length, sentence })
    text += plain
    last = sentence
  }
  const chains = chainsOf(xml, id)
  const mentions: GoldMention[] = []
  for (const [, m = '', anchors = ''] of xml.matchAll(
    /<(?:NEG_)?ACTION_\w+ m_id="(\d+)"[^>]*>([\s\S]*?)<\/(?:NEG_)?ACTION_/g,
  )) {
    const at = [...anchors.matchAll(/t_id="(\d+)"/g)]
      .map(([, t = '']) => tokens.get(t))
      .filter((it) => it !== undefined)
    const [first] = at
    if (!first || !validated.has(`${topic} ${name} ${first.sentence}`)) continue
    mentions.push({
      start: first.start,
      end: at.at(-1)?.end ?? first.end,
      happening: chains.get(m) ?? `${id} ${m}`,
    })
  }
  return { id, topic, story: `${topic}_${plus ? 'ecbplus' : 'ecb'}`, text, mentions }
}

/** Which happening each mention is of: that of the chain across documents, or of the chain within this one. */
function chainsOf(xml: string, id: string): Map<string, string> {
  const chains = new Map<string, string>()
  for (const [, , attributes = '', body = ''] of xml.matchAll(
    /<(CROSS_DOC_COREF|INTRA_DOC_COREF)([^>]*)>([\s\S]*?)<\//g,
  )) {
    const across = /note="([^"]+)"/.exec(attributes)?.[1]
    const within = /r_id="(\d+)"/.exec(attributes)?.[1]
    for (const [, m = ''] of body.matchAll(/<source m_id="(\d+)"/g))
      chains.set(m, across ?? `${id} chain ${within}`)
  }
  return chains
}
