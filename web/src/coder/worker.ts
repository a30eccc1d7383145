/// <reference lib="webworker" />
// Floors 0 to 5 in the browser: the models come from the desk's own server, the text goes nowhere.
import './node-buffer.ts'
import { openDocument, readSources } from '../../../src/1-document/index.ts'
import { relate } from '../../../src/4-acts/index.ts'
import { type Ground, type GroundBytes, layGround, read } from '../../../src/5-record/index.ts'
import type { RelationQuestion } from '../reading/relation.ts'
import type { Asked, Text, Told } from './messages.ts'

const PARTS: { readonly [part in keyof GroundBytes]: string } = {
  syntax: 'syntax.bin',
  actors: 'actors.bin',
  places: 'places.bin',
  ranker: 'ranker.bin',
  statements: 'statements.bin',
}

const tell = (told: Told) => postMessage(told)

/** Loads one model, telling how far it is. */
async function load(part: string, file: string): Promise<Uint8Array> {
  const response = await fetch(`/models/${file}`)
  if (!response.ok || response.body === null) throw new Error(`the server does not give /models/${file}`)
  const total = Number(response.headers.get('content-length') ?? 0)
  const chunks: Uint8Array[] = []
  let loaded = 0
  const reader = response.body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    chunks.push(piece.value)
    loaded += piece.value.length
    tell({ kind: 'loading', part, loaded, total })
  }
  const bytes = new Uint8Array(loaded)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

async function prepare(): Promise<Ground> {
  const began = performance.now()
  const entries = await Promise.all(
    Object.entries(PARTS).map(async ([part, file]) => [part, await load(part, file)] as const),
  )
  const ground = layGround(Object.fromEntries(entries) as unknown as GroundBytes)
  tell({ kind: 'ready', milliseconds: Math.round(performance.now() - began) })
  return ground
}

function code(ground: Ground, { bytes, name, title, published }: Text): void {
  const began = performance.now()
  const records = []
  const refused: string[] = []
  const hints = {
    // what is pasted is words, even where they look like markup
    ...(name === null ? { format: 'text' as const } : { name }),
    ...(published === null ? {} : { published }),
  }
  for (const item of readSources(bytes, hints)) {
    if (item.kind === 'refusal') refused.push([item.place, item.reason].filter(Boolean).join(': '))
    else records.push(read(title === null ? item.source : { ...item.source, title }, ground))
  }
  tell({ kind: 'coded', records, refused, milliseconds: Math.round(performance.now() - began) })
}

function relateIn({ parser, lexicon, ranker }: Ground, id: number, question: RelationQuestion): void {
  const syntax = parser.parse(openDocument({ text: question.text }))
  const { type, confidence, scores } = relate(
    syntax,
    lexicon.acts,
    ranker,
    question.actor,
    question.recipient,
  )
  tell({ kind: 'related', id, relation: { type, confidence, scores } })
}

const ground = prepare()
ground.catch((error: unknown) => tell({ kind: 'failed', message: String((error as Error).message) }))

addEventListener('message', (event: MessageEvent<Asked>) => {
  ground
    .then((laid) => {
      const asked = event.data
      if (asked.kind === 'code') code(laid, asked)
      else relateIn(laid, asked.id, asked.question)
    })
    .catch((error: unknown) => tell({ kind: 'failed', message: String((error as Error).message) }))
})
