import { expect, it } from 'vitest'
import { loadGround } from '#ground'
import { read } from '#record'

const ground = loadGround()

/** Statements as "speakers | cue | content pieces | kind". */
function statements(text: string): string[] {
  const record = read({ text, published: '2024-05-14' }, ground)
  const spans = new Map(record.actors.map(({ id, span }) => [id, span.text]))
  return record.statements.map(({ speakers, cue, content, kind }) =>
    [
      speakers.map((id) => spans.get(id)).join(' + '),
      cue?.text ?? '',
      content.map(({ text }) => text).join(' … '),
      kind,
    ].join(' | '),
  )
}

it.each([
  [
    'a clause with its conjunction',
    'Norwegian Foreign Minister Espen Barth Eide said that the ferries would sail again in June.',
    'Norwegian Foreign Minister Espen Barth Eide | said | that the ferries would sail again in June | indirect',
  ],
  [
    'a quotation before its cue',
    '“We shall not close the harbour,” the mayor told reporters.',
    'the mayor | told | “We shall not close the harbour,” | direct',
  ],
  [
    'straight quotation marks, the speaker last',
    '"The bridge is safe," said Anna Lindqvist, who heads the inspectorate.',
    'Anna Lindqvist, who heads the inspectorate | said | "The bridge is safe," | direct',
  ],
  [
    'according to',
    'Prices rose by a tenth in April, according to the central bank.',
    'the central bank | according to | Prices rose by a tenth in April | indirect',
  ],
  [
    'a study that is no actor',
    'A new study found that the lake has lost half of its water.',
    'A new study | found | that the lake has lost half of its water | indirect',
  ],
  [
    'a pronoun',
    'The minister met the owners on Monday. She said the mine would stay open.',
    'She | said | the mine would stay open | indirect',
  ],
])('%s', (_, text, expected) => {
  expect(statements(text)).toContain(expected)
})

it('gives the whole noun phrase of a source to an actor that it names', () => {
  const record = read({ text: 'John Carter, who heads the inspectorate, said the bridge was safe.' }, ground)
  const [speaker] = record.statements[0]?.speakers ?? []
  const whole = record.actors.find(({ id }) => id === speaker)
  const name = record.actors.find(({ id }) => id === whole?.coreferentWith)
  expect(whole?.span.text).toMatch(/^John Carter, who heads the inspectorate/)
  expect(name?.span.text).toBe('John Carter')
  expect(whole?.entity).toBe(name?.entity)
})

it('reads a transcript by the names before its turns', () => {
  const turns = [
    'Remarks at the harbour',
    'The minister spoke to reporters on Monday morning.',
    'MS. ORTEGA: Are we late?',
    'MR. VALE: Good morning. Who wants to begin?',
    'MS. ORTEGA: When will the port open?',
    'MR. VALE: In March.\n\nWe shall say more on Friday.',
    'MS. ORTEGA: Thank you.',
  ]
  const found = statements(turns.join('\n\n'))
  expect(found).toContain('MS. ORTEGA | : | When will the port open? | direct')
  expect(found).toContain('MR. VALE | : | In March. … We shall say more on Friday. | direct')
})

it.each([
  ['a signed quotation', '“I will not go back.” — Ana Duarte', 'Ana Duarte', '“I will not go back.”'],
  [
    'any verb with its subject behind it',
    '“What a night!” beamed Carla Reyes, who had waited for hours.',
    'Carla Reyes',
    '“What a night!”',
  ],
  [
    'whatever a colon leads in',
    'The letter makes that plain: “No ship may leave without a licence. None has left.”',
    'The letter',
    '“No ship may leave without a licence. None has left.”',
  ],
  [
    'two sentences of one quotation',
    'The judge said: “The evidence is thin. I cannot convict on it.”',
    'The judge',
    '“The evidence is thin. I cannot convict on it.”',
  ],
])('%s', (_, text, speaker, content) => {
  const [first] = statements(text).map((line) => line.split(' | '))
  expect(first?.[0]).toContain(speaker)
  expect(first?.[2]).toBe(content)
})
