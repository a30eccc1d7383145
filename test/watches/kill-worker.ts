// Adds documents, asks the watches, delivers, until all is done; killed at random moments by kill.test.ts.
import { openSqliteArchive } from '#archive'
import { catchWatches, deliverFirings } from '#dossier'
import { documentNumber } from './document-number.ts'

const [, , file = '', total = '0'] = process.argv
const archive = await openSqliteArchive(file)
process.stdout.write('ready\n')
for (;;) {
  const { documents } = await archive.stats()
  if (documents < Number(total)) await archive.add([documentNumber(documents), documentNumber(documents + 1)])
  await catchWatches(archive, { now: new Date() })
  await deliverFirings(archive, { leaseMs: 300, firstWaitMs: 20 })
  const waiting = await archive.watches.deliveries({ state: 'waiting' })
  if (documents >= Number(total) && waiting.length === 0) break
  await new Promise((resolve) => setTimeout(resolve, 5))
}
await archive.close()
