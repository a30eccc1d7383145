import { readFileSync, writeFileSync } from 'node:fs'
import { loadGround } from '#ground'
import { read } from '#record'
const ground=loadGround()
const rows=readFileSync('../shared/gold/relations.jsonl','utf8').trim().split('\n').map(l=>JSON.parse(l))
const ov=(a:any,b:any)=>a.start<b.end&&b.start<a.end
const REC=new Set(['AGREE','CONSULT','COOPERATE'])
let cap=0,n=0,nohave=0;const out:string[]=[]
const why:any={}
for(const r of rows){n++
 const rec=read({text:r.text,externalId:r.id},ground)
 const by=new Map(rec.actors.map(m=>[m.id,m]))
 const spans=(id:string,seen=new Set<string>()):any[]=>{const m=by.get(id);if(!m||seen.has(id))return[];seen.add(id);return [m.span,...(m.coreferentWith?spans(m.coreferentWith,seen):[])]}
 const sides=(ids:string[])=>ids.flatMap(id=>[id,...(by.get(id)?.members??[])]).map(id=>spans(id))
 const meets=(m:any[],g:any)=>g===null||m.some(s=>ov(s,g))
 const has=(e:any)=>{const A=sides(e.actors),B=sides(e.recipients),all=[...A,...B];const any=REC.has(r.type)||(!B.length&&A.length>1)
  if(!r.actor||!r.recipient){const g=r.actor??r.recipient;return (any?all:r.actor?A:B).some(m=>meets(m,g))}
  if(A.some(m=>meets(m,r.actor))&&B.some(m=>meets(m,r.recipient)))return true
  return any&&all.some((a,i)=>meets(a,r.actor)&&all.some((b,j)=>i!==j&&meets(b,r.recipient)))}
 const aOk=!r.actor||rec.actors.some(m=>ov(m.span,r.actor))||false, bOk=!r.recipient||rec.actors.some(m=>ov(m.span,r.recipient))||rec.places.some(m=>ov(m.span,r.recipient))
 if(aOk&&bOk)cap++
 if(rec.events.some(has))continue
 const name=new Map(rec.actors.map(x=>[x.id,x.span.text]))
 const cls=!aOk||!bOk?'nomention':rec.events.length===0?'noevent':rec.events.some(e=>sides(e.actors).some(m=>meets(m,r.actor)))?(rec.events.some(e=>sides(e.actors).some(m=>meets(m,r.actor))&&e.recipients.length===0)?'A-norec':'A-wrongrec'):'otherA'
 why[cls]=(why[cls]??0)+1
 const mk=(t:string)=>{const cuts:any[]=[];if(r.actor)cuts.push([r.actor.start,'['],[r.actor.end,']']);if(r.recipient)cuts.push([r.recipient.start,'{'],[r.recipient.end,'}']);let o=t;for(const [p,c] of cuts.sort((x,y)=>y[0]-x[0]))o=o.slice(0,p)+c+o.slice(p);return o}
 const evs=rec.events.map(e=>`${e.type}(${e.actors.map(i=>name.get(i)).join('&')} > ${e.recipients.map(i=>name.get(i)).join('&')}) ${e.confidence} ${e.rule} '${e.trigger.text}'`).join('; ')
 out.push(`${cls} ${r.id.slice(-4)} ${r.type} | ${mk(r.text).slice(0,260)}\n      ${evs.slice(0,250)}`)
}
console.log({n,cap},why)
writeFileSync('/tmp/events-w/lost.txt',out.sort().join('\n'))
