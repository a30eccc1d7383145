import { describe, expect, it } from 'vitest'
import { openDocument, readSources } from '#document'

/** What makes careless parsers slow or overflows their stack, about a megabyte each. */
const ATTACKS: Readonly<Record<string, string>> = {
  'open tags': '<div>'.repeat(200_000),
  'open tags of a feed': `<rss version="2.0"><channel>${'<item>'.repeat(150_000)}`,
  'open tags of XML': `<?xml version="1.0"?><nitf>${'<p>'.repeat(200_000)}`,
  'one document type': `<!DOCTYPE ${'x '.repeat(400_000)}`,
  'a document type that opens brackets': `<!DOCTYPE x [${'<!ENTITY a "'.repeat(60_000)}`,
  'comments that never end': `<html><body>${'<!-- '.repeat(200_000)}`,
  'attributes that never end': `<html><body><p ${'a="'.repeat(300_000)}`,
  'nested lists of links': `<html><body>${'<ul><li><a href="x">word</a>'.repeat(1400)}${'<p>They met on Tuesday in Oslo, said the man in the hall of the house.</p>'.repeat(2000)}</body></html>`,
  'many paragraphs': `<html><body>${'<p>They met on Tuesday in Oslo, said the man in the hall of the house.</p>'.repeat(12_000)}</body></html>`,
  'nested brackets of JSON': `[{"a":${'['.repeat(400_000)}`,
  'nested objects of JSON': '{"a":'.repeat(200_000),
  'quotes of CSV': `id,text\n1,${'"a'.repeat(400_000)}`,
  blanks: `They met.${' '.repeat(1_000_000)}x`,
  'line ends': `They met.${'\n'.repeat(1_000_000)}x`,
  'blank lines': `They met.${'\n \t'.repeat(400_000)}x`,
  'soft ends of mail': `From: a@b\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(300_000)}${' '.repeat(400_000)}x`,
  'parts of mail': `From: a@b\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n${'--x\nContent-Type: multipart/mixed; boundary="x"\n\n'.repeat(20_000)}`,
  'header fields': `From: a@b\n${'X: y\n z\n'.repeat(100_000)}\n\nx`,
  'blanks of SGML': `<!DOCTYPE lewis SYSTEM "lewis.dtd"><REUTERS NEWID="1"><BODY>${' '.repeat(900_000)}x</BODY></REUTERS>`,
  'stories of SGML': `<!DOCTYPE lewis SYSTEM "lewis.dtd">${'<REUTERS NEWID="1"><BODY>a'.repeat(40_000)}`,
  'documents of Nexis': '1 of 9 DOCUMENTS\n\n'.repeat(50_000),
  'carets of a wire': `\u0001a\u0002${'^='.repeat(400_000)}\u0003`,
  'telegraph messages': 'ZCZC1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!\n'.repeat(20_000),
  'items of a feed that breaks off': `<rss version="2.0"><channel>${'<item><title>a</title></item>'.repeat(20_000)}<item>`,
  'blanks of a telegraph message': `ZCZC1\n${'\n'.repeat(300_000)}a${' '.repeat(300_000)}x NNNN x\nZCZC2\nx`,
  'an edition of LexisNexis': `1 of 9 DOCUMENTS\n\nPost\n\nMay 6, 2014\n\nLate Edition - ${'A'.repeat(200)}!\n\nEnvoys\n\nThey met.`,
  'digits of a version': JSON.stringify({ text: 'a', id: 'b', version: `${'1'.repeat(300_000)}x` }),
  'marks of a kill': JSON.stringify({ text: 'a', title: 'URGENT ADVISORY MANDATORY '.repeat(40_000) }),
  dashes: ' — '.repeat(300_000),
  capitals: 'A. B. '.repeat(160_000),
  'marks on a letter': `e${'\u0301\u0323'.repeat(400_000)}`,
  'half characters': '\ud83d'.repeat(400_000),
  'short lines': 'ab\n'.repeat(300_000),
}

describe('large and hostile input takes linear time', () => {
  it.each(Object.entries(ATTACKS))('%s', (_, attack) => {
    const began = performance.now()
    let readings = 0
    for (const item of readSources(new TextEncoder().encode(attack))) {
      readings++
      if (item.kind === 'source') openDocument(item.source)
    }
    expect(readings).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
