// shipped model, e2e only, with pair diagnostics
import { loadGround } from '#ground'
import { goldRows } from './rows.ts'
import { scoreUnseen } from '../../bench/events/end-to-end.ts'
const ground=loadGround()
const r=scoreUnseen('../shared',goldRows('../shared'),ground,()=>ground.ranker) as any
const {perType,counts,...ev}=r.events; console.log(ev, r.relate.macro_f1)
if(process.argv.includes('--types'))console.table(perType)
