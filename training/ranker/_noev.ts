import { readFileSync, writeFileSync } from 'node:fs'
import { loadGround } from '#ground'
import { openDocument } from '#document'
import { findMentions } from '#mentions'
import { findStatements } from '../../src/4-acts/statements/index.ts'
import { explainEvents } from '../../src/4-acts/events/index.ts'
const g=loadGround()
const ids=new Set(readFileSync('/tmp/events-w/lost.txt','utf8').split('\n').filter(l=>l.startsWith(process.argv[2]??'noevent')).map(l=>l.split(' ')[1]))
const rows=readFileSync('../shared/gold/relations.jsonl','utf8').trim().split('\n').map(l=>JSON.parse(l))
for(const r of rows){ if(!ids.has(r.id.slice(-4)))continue
 const m=findMentions(g.parser.parse(openDocument({text:r.text})),g.lexicon)
 console.log(r.id.slice(-4),r.type,'|',r.text.slice(0,170),'| A=',r.actor&&r.text.slice(r.actor.start,r.actor.end).slice(0,40),'| B=',r.recipient&&r.text.slice(r.recipient.start,r.recipient.end).slice(0,40))
 for(const e of explainEvents(m,g.lexicon.acts,g.ranker,findStatements(m,g.lexicon.cues)))for(const p of e.proposals)console.log('     ',p.fate,p.type,p.rule,p.trigger,p.confidence,p.patternScore.toFixed(2),'A:',p.actors.map(a=>a.slot+':'+a.text).join('&').slice(0,40),'B:',p.recipients.map(a=>a.slot+':'+a.text).join('&').slice(0,40),p.ranker.slice(0,2).map(([a,b])=>a+b.toFixed(2)).join(' '))
}
