import { readFileSync } from 'node:fs'
import { openActors, officeOf, holderOf } from '../../src/0-lexicon/actors/index.ts'
const b = readFileSync('/work/main/models/actors.bin')
for (let i=0;i<3;i++){const t=performance.now(); openActors(b); console.log(performance.now()-t)}
const l = openActors(b)
console.log(officeOf(l,'John Kerry','2013-07-02'), officeOf(l,'Sergei Lavrov','2017-07-01')?.role, holderOf(l,'foreign','USA','2017-07-01')?.name, holderOf(l,'foreign','KOR','2013-07-02')?.name, holderOf(l,'head-of-state','SYR','2013-07-02')?.name, holderOf(l,'head-of-government','GBR','2013-07-02')?.name)
