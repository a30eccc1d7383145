// Stands in for the coding worker in the tests of the pool: its inputs say what it does.
import { parentPort } from 'node:worker_threads'

const port = parentPort
port.on('message', ({ input, skip }) => {
  const { name } = input
  const orders =
    input.kind === 'source' ? [input.source.text] : new TextDecoder().decode(input.bytes).split(' ')
  if (orders[0] === 'hang-reading') for (;;);
  for (const [i, order] of orders.entries()) {
    if (i < skip) continue
    const place = input.kind === 'source' ? input.place : `item ${i + 1}`
    port.postMessage({ kind: 'coding', place })
    if (order === 'hang') for (;;);
    if (order === 'die') process.exit(7)
    if (order === 'throw') throw new Error('thrown on order')
    const until = performance.now() + (order === 'slow' ? 60 : 0)
    while (performance.now() < until);
    port.postMessage({ kind: 'result', result: { kind: 'coded', name, place, output: order } })
  }
  port.postMessage({ kind: 'done' })
})
port.postMessage({ kind: 'ready' })
