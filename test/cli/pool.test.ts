import { describe, expect, it } from 'vitest'
import { codeAll } from '../../src/cli/pool.ts'
import { type Input, type Refused, refuse } from '../../src/cli/work.ts'

const workerFile = new URL('./hostile-worker.mjs', import.meta.url)

const order = (text: string, i: number): Input => ({
  kind: 'source',
  name: `file-${i}`,
  place: null,
  source: { text },
})

const bundle = (words: string): Input => ({
  kind: 'bytes',
  name: 'bundle',
  place: null,
  bytes: new TextEncoder().encode(words),
  hints: {},
})

async function run(inputs: Iterable<Input | Refused>, jobs = 2, maxSeconds = 20): Promise<readonly string[]> {
  const out: string[] = []
  for await (const it of codeAll(inputs, { jobs, maxSeconds, workerFile }))
    out.push(it.kind === 'coded' ? it.output : `${it.name} ${it.place}: ${it.reason}`)
  return out
}

describe('codeAll', () => {
  it('gives results in input order, whichever is ready first', async () => {
    const orders = Array.from({ length: 40 }, (_, i) => (i % 5 === 0 ? 'slow' : `text-${i}`))
    expect(await run(orders.map(order))).toEqual(orders)
  })

  it('lets refused inputs pass through in their place', async () => {
    const refused = refuse('gone.txt', null, 'there is no such file')
    expect(await run([order('a', 0), refused, order('b', 1)])).toEqual([
      'a',
      'gone.txt null: there is no such file',
      'b',
    ])
  })

  it('refuses a document that hangs, and goes on', async () => {
    const found = await run(['a', 'hang', 'b', 'c'].map(order), 1, 1)
    expect(found).toEqual(['a', 'file-1 null: took longer than 1 s (--max-seconds)', 'b', 'c'])
  })

  it('refuses one hanging document of a bundle and codes those around it', async () => {
    const found = await run([bundle('a hang b'), order('c', 1)], 1, 1)
    expect(found).toEqual(['a', 'bundle item 2: took longer than 1 s (--max-seconds)', 'b', 'c'])
  })

  it('refuses a bundle whose reading hangs, once', async () => {
    const found = await run([bundle('hang-reading b'), order('c', 1)], 1, 1)
    expect(found).toEqual(['bundle null: took longer than 1 s (--max-seconds)', 'c'])
  })

  it('outlives workers that die or throw', async () => {
    const found = await run(['die', 'a', 'throw', 'b'].map(order))
    expect(found[0]).toContain('the worker died')
    expect(found[2]).toContain('thrown on order')
    expect([found[1], found[3]]).toEqual(['a', 'b'])
  })

  it('pulls no more inputs than it can work on while nobody takes the results', async () => {
    let pulled = 0
    function* endless() {
      for (;;) yield order('x', pulled++)
    }
    const results = codeAll(endless(), { jobs: 2, workerFile })
    await results.next()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(pulled).toBeLessThanOrEqual(20)
    await results.return()
  })

  it('passes on an error of the inputs after the results before it', async () => {
    function* broken() {
      yield order('a', 0)
      throw new Error('the disk is gone')
    }
    const found: string[] = []
    const reading = (async () => {
      for await (const it of codeAll(broken(), { jobs: 1, workerFile })) found.push(it.kind)
    })()
    await expect(reading).rejects.toThrow('the disk is gone')
    expect(found).toEqual(['coded'])
  })
})
