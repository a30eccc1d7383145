// Writes the pages of docs/ that are made from the code: npx tsx --conditions=source scripts/docs.ts
import { writeFileSync } from 'node:fs'
import { apiPage } from './docs/api-page.ts'
import { exportsPage } from './docs/exports-page.ts'

for (const [page, text] of [
  ['exports.md', exportsPage()],
  ['api.md', apiPage()],
] as const)
  writeFileSync(new URL(`../docs/${page}`, import.meta.url), text)
