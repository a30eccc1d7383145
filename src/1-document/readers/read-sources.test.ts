import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readSources } from './read-sources.ts'
import type { ReadHints } from './reading.ts'

/** Reads text or bytes; the first document's fields, or the refusals. */
function read(content: string | Uint8Array, hints: ReadHints = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return [...readSources(bytes, hints)]
}

const first = (content: string | Uint8Array, hints: ReadHints = {}) => {
  const [item] = read(content, hints)
  return item?.kind === 'source' ? item.source : item
}

describe('text', () => {
  it('takes a first line alone for the title and an address for the address', () => {
    const text = 'https://news.example/2014/05/06/x\n\nEnvoys meet again\n\nThe envoys met on the island.'
    expect(first(text)).toMatchObject({
      title: 'Envoys meet again',
      text: 'The envoys met on the island.',
      url: 'https://news.example/2014/05/06/x',
      published: '2014-05-06',
    })
  })

  it.each(['One line.', 'First sentence here.\n\nSecond.', 'A heading\nand a line that goes on.'])(
    'finds no title in %j',
    (text) => {
      expect(first(text)).not.toHaveProperty('title')
    },
  )
})

describe('charsets', () => {
  const words = 'Der Außenminister sprach „offen“ über Verträge und über die Lösung des Streits in Zürich.'
  it.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${words}`)],
    ['UTF-16LE with a mark', iconv.encode(words, 'utf-16le', { addBOM: true })],
    ['UTF-16BE with a mark', iconv.encode(words, 'utf-16be', { addBOM: true })],
    ['UTF-16LE without a mark', iconv.encode(words, 'utf-16le')],
    ['windows-1252', iconv.encode(words, 'windows-1252')],
  ])('%s', (_, bytes) => {
    expect(first(new Uint8Array(bytes))).toMatchObject({ text: words })
  })

  it.each([
    ['windows-1251', 'Министр иностранных дел заявил, что переговоры будут продолжены в Женеве в среду.'],
    ['gb18030', '外交部长星期三在日内瓦表示，双方将继续就停火问题举行会谈，并欢迎各方参加。'],
    ['shift_jis', '外務大臣は水曜日にジュネーブで、停戦について協議を続けると述べた。'],
  ])('%s, declared by the carrier', (charset, text) => {
    expect(first(new Uint8Array(iconv.encode(text, charset)), { charset })).toMatchObject({ text })
  })

  it('believes an XML declaration and a meta element', () => {
    const feed = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>Встреча</title></item></channel></rss>`
    expect(first(new Uint8Array(iconv.encode(feed, 'windows-1251')))).toMatchObject({ title: 'Встреча' })
    const page = `<html><head><meta charset="iso-8859-2"></head><body><p>Minister spraw zagranicznych mówił o końcu rozmów.</p></body></html>`
    expect(first(new Uint8Array(iconv.encode(page, 'iso-8859-2')))).toMatchObject({
      text: 'Minister spraw zagranicznych mówił o końcu rozmów.',
    })
  })

  it('does not believe a declaration against well-formed UTF-8', () => {
    const page =
      '<html><head><meta charset="iso-8859-1"></head><body><p>The “café” talks went on for days.</p></body></html>'
    expect(first(page)).toMatchObject({ text: 'The “café” talks went on for days.' })
  })
})

describe('HTML', () => {
  const page = `<!doctype html><html lang="en-GB"><head>
<title>Envoys meet | The Harbour Post</title>
<meta property="og:title" content="Envoys meet on the island for a third time"><meta property="og:site_name" content="The Harbour Post">
<meta name="description" content="A third round of talks ended late without a word on the disputed reef.">
<link rel="canonical" href="https://harbour.example/news/1">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet on the island for a third time","datePublished":"2014-05-06T08:00:00+02:00","articleSection":"World","author":{"name":"Ada Quill"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><h1>Envoys meet on the island for a third time</h1>
<p class="deck">A third round of talks ended late without a word on the disputed reef.</p><p class="byline">By Ada Quill</p>
<figure><img src="x"><figcaption>The envoys on the pier.</figcaption></figure>
<div class="story"><p>The two envoys met <a class="related-link" href="/x">on the island</a> for six hours on Tuesday and spoke of the reef.</p>
<div class="newsletter-box"><p>Sign up for our newsletter and get the news in your inbox every single morning.</p></div>
<h2>No word on the reef</h2>
<p>Neither of them said anything about the reef when they left the house by the lake.</p>
<p>Read more: Why the reef matters so much</p>
<p>A fourth round is planned for the autumn, a spokeswoman for the hosts said later.</p></div></main>
<aside><p>Most read: ten things about islands that you did not know and never asked about.</p></aside>
<footer><p>© The Harbour Post. All rights reserved, and so on, for ever and ever and ever.</p></footer></body></html>`

  it('finds the running text, title, date, outlet, address, language', () => {
    expect(first(page)).toEqual({
      text: [
        'A third round of talks ended late without a word on the disputed reef.',
        'The two envoys met on the island for six hours on Tuesday and spoke of the reef.',
        'No word on the reef',
        'Neither of them said anything about the reef when they left the house by the lake.',
        'A fourth round is planned for the autumn, a spokeswoman for the hosts said later.',
      ].join('\n\n'),
      title: 'Envoys meet on the island for a third time',
      published: '2014-05-06T08:00:00+02:00',
      source: 'The Harbour Post',
      url: 'https://harbour.example/news/1',
      language: 'en-GB',
      externalId: null,
      subjects: [{ scheme: 'section', code: 'World', name: null }],
      edition: null,
    })
  })

  it('reads a text in loose lines apart by breaks', () => {
    const lines = [
      'The ministry said on Monday that the road would stay closed.',
      'It gave no reason for the closing of the road.',
    ]
    expect(first(`<html><body><div>${lines.join('<br><br>')}</div></body></html>`)).toMatchObject({
      text: lines.join('\n\n'),
    })
  })

  it('refuses a page without running text', () => {
    expect(first('<html><body><script>let a = 1</script></body></html>')).toMatchObject({
      reason: 'is HTML without running text',
    })
  })
})

describe('feeds', () => {
  const item = {
    title: 'Envoys meet',
    text: 'The envoys met & talked.',
    published: '2014-05-06T08:00:00Z',
    url: 'https://x.example/1',
  }
  it.each([
    [
      'RSS',
      `<rss version="2.0"><channel><title>Post</title><language>en</language><item><title>Envoys meet</title><link>https://x.example/1</link><guid>g1</guid><pubDate>Tue, 06 May 2014 08:00:00 GMT</pubDate><description>&lt;p&gt;The envoys met &amp;amp; talked.&lt;/p&gt;</description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>g1</id><title>Envoys meet</title><link href="https://x.example/1"/><updated>2014-05-06T08:00:00Z</updated><content type="html">&lt;p&gt;The envoys met &amp;amp; talked.&lt;/p&gt;</content></entry></feed>`,
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Post</title></channel><item rdf:about="g1"><title>Envoys meet</title><link>https://x.example/1</link><description>The envoys met &amp;amp; talked.</description><dc:date>2014-05-06T08:00:00Z</dc:date></item></rdf:RDF>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Post',
        items: [
          {
            id: 'g1',
            title: 'Envoys meet',
            url: 'https://x.example/1',
            date_published: '2014-05-06T08:00:00Z',
            content_html: '<p>The envoys met &amp; talked.</p>',
          },
        ],
      }),
    ],
  ])('%s', (_, feed) => {
    expect(first(feed)).toMatchObject({ ...item, source: 'Post', externalId: 'g1' })
  })

  it.each([
    [
      '<rss version="2.0"><channel><item><title>One</title></item><item><title>Two</title></item>',
      '<item><title>Th',
    ],
    [
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title></entry><entry><title>Two</title></entry>',
      '<entry><id>',
    ],
  ])('reads a feed that breaks off up to there: %s', (whole, rest) => {
    expect(
      read(`<?xml version="1.0"?>${whole}${rest}`).map((item) =>
        item.kind === 'source' ? item.source.title : `${item.place} ${item.reason}`,
      ),
    ).toEqual(['One', 'Two', 'item 3 is cut off: the feed breaks off here'])
  })

  it('reads the items of a feed without a channel', () => {
    const feed =
      '<?xml version="1.0"?><rss version="2.0"><title>Post</title><item><title>One</title></item></rss>'
    expect(read(feed)).toMatchObject([{ kind: 'source', source: { title: 'One' } }])
  })

  it('gives every item a place', () => {
    const feed = `<rss version="2.0"><channel><item><title>One</title></item><item><guid>x</guid></item></channel></rss>`
    expect(read(feed).map(({ kind, place }) => [kind, place])).toEqual([
      ['source', 'item 1'],
      ['refusal', 'item 2'],
    ])
  })
})

describe('tables and JSON', () => {
  it.each([
    ['commas', 'id,date,headline,body\n7,2014-05-06,Envoys meet,"They met, and\n""talked""."\n'],
    [
      'semicolons',
      'ID;Publication Date;Title;Text\r\n7;6 May 2014;Envoys meet;"They met, and\r\n""talked""."\r\n',
    ],
    ['tabs', 'doc_id\tpublished\ttitle\tcontent\n7\t06.05.2014\tEnvoys meet\t"They met, and\n""talked""."\n'],
  ])('CSV with %s', (_, table) => {
    const found = first(table) as { text: string; title: string; externalId: string }
    expect(found).toMatchObject({ title: 'Envoys meet', externalId: '7' })
    expect(found.text.replace('\r', '')).toBe('They met, and\n"talked".')
  })

  it('CSV of spreadsheets that name their delimiter', () => {
    expect(first('sep=;\r\ntitle;text;date\r\nEnvoys;They met.;06.05.2014\r\n')).toMatchObject({
      title: 'Envoys',
      published: '2014-05-06',
    })
  })

  it('takes no prose for a table', () => {
    expect(first('Text, body and content, they said.\nMore.')).not.toHaveProperty('externalId', 'x')
    expect(read('Text, body and content, they said.\nMore.')).toHaveLength(1)
  })

  it('JSON over several lines, alone or in an array', () => {
    expect(first('{\n  "text": "They met."\n}')).toMatchObject({ text: 'They met.' })
    expect(read('[\n{"text":"One."},\n{"text":"Two."}\n]')).toHaveLength(2)
  })

  it('ninjs', () => {
    const two = {
      uri: 'urn:a',
      type: 'text',
      versioncreated: '2014-05-06T08:00:00Z',
      headline: 'Envoys meet',
      body_text: 'x',
      body_html: '<p>They met.</p><p>They left.</p>',
      language: 'en',
    }
    expect(first(JSON.stringify(two))).toMatchObject({
      title: 'Envoys meet',
      text: 'They met.\n\nThey left.',
      externalId: 'urn:a',
    })
    const three = {
      uri: 'urn:a',
      versionCreated: '2014-05-06T08:00:00Z',
      headlines: [{ role: 'main', value: 'Envoys meet' }],
      bodies: [{ value: 'They met.' }],
    }
    expect(first(JSON.stringify(three, null, 2))).toMatchObject({ title: 'Envoys meet', text: 'They met.' })
    expect(first(JSON.stringify({ ...two, pubstatus: 'canceled', version: '3' }))).toMatchObject({
      edition: { item: 'urn:a', version: 3, status: 'withdrawn' },
    })
  })
})

describe('news XML', () => {
  it('NewsML-G2', () => {
    const item = (status: string) =>
      `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" xml:lang="en"><itemMeta><provider literal="Harbour"/><versionCreated>2014-05-06T08:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Envoys meet</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>They <b>met</b>.</p><p>They left.</p></body></html></inlineXML></contentSet></newsItem>`
    expect(first(item('usable'))).toMatchObject({
      title: 'Envoys meet',
      text: 'They met.\n\nThey left.',
      published: '2014-05-06T08:00:00Z',
      source: 'Harbour',
      externalId: 'urn:a',
      language: 'en',
    })
    expect(first(item('canceled'))).toMatchObject({ edition: { item: 'urn:a', status: 'withdrawn' } })
  })

  it('NITF', () => {
    const nitf = `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="a1" regsrc="HP"/><date.issue norm="20140506T080000Z"/></docdata></head><body><body.head><hedline><hl1>Envoys meet</hl1></hedline><dateline><location>OSLO</location></dateline></body.head><body.content><p>They met.</p></body.content></body></nitf>`
    expect(first(nitf)).toMatchObject({
      title: 'Envoys meet',
      text: 'OSLO — They met.',
      published: '2014-05-06T08:00:00Z',
      source: 'HP',
      externalId: 'a1',
    })
  })

  it('does not expand entities that the document defines', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>`
    expect(first(bomb)).toMatchObject({ kind: 'refusal' })
  })
})

describe('what a publisher says of a version', () => {
  const edition = (content: string) => {
    const source = first(content)
    return source && 'text' in source ? { edition: source.edition, subjects: source.subjects } : source
  }
  const g2 = (meta: string, content: string, body: string) =>
    `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="7"><itemMeta><itemClass qcode="ninat:text"/>${meta}</itemMeta><contentMeta>${content}</contentMeta><contentSet>${body}</contentSet></newsItem>`
  const text = '<inlineXML><html><body><p>They met.</p></body></html></inlineXML>'

  it('NewsML-G2: version, embargo, note, signals, subjects', () => {
    const item = g2(
      '<embargoed>2014-05-07T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/><edNote>Adds\n quotes.</edNote><signal qcode="sig:correction"/>',
      '<slugline>ISLAND-TALKS</slugline><headline>Envoys meet</headline><subject qcode="medtop:11002000"><name>diplomacy</name></subject>',
      text,
    )
    expect(edition(item)).toEqual({
      edition: {
        item: 'urn:a',
        version: 7,
        status: 'corrected',
        embargo: '2014-05-07T06:00:00Z',
        note: 'Adds quotes.',
      },
      subjects: [
        { scheme: 'medtop', code: '11002000', name: 'diplomacy' },
        { scheme: 'slug', code: 'ISLAND-TALKS', name: null },
      ],
    })
  })

  it('NewsML-G2: a page as escaped text', () => {
    const escaped = '<inlineXML>&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</inlineXML>'
    expect(first(g2('', '<headline>Envoys</headline>', escaped))).toMatchObject({
      text: 'They met.\n\nThey left.',
    })
  })

  it('NewsML-G2: a kill needs no text, a picture has none', () => {
    const kill = g2('<pubStatus qcode="stat:canceled"/>', '<headline>KILL</headline>', '')
    expect(edition(kill)).toMatchObject({ edition: { version: 7, status: 'withdrawn' } })
    const picture = g2('', '', '').replace('ninat:text', 'ninat:picture')
    expect(first(picture)).toMatchObject({
      reason: 'is a news item without text: it is of the class picture',
    })
    expect(first('<?xml version="1.0"?><planningItem guid="urn:a"/>')).toMatchObject({
      reason: 'is a NewsML-G2 planning item: it carries no news text',
    })
  })

  it('NewsML 1: all revisions share an item', () => {
    const item = (revision: number, status: string) =>
      `<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>hp.example</ProviderId><DateId>20140506</DateId><NewsItemId>A1</NewsItemId><RevisionId PreviousRevision="0">${revision}</RevisionId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20140506T080000Z</FirstCreated><Status FormalName="${status}"/></NewsManagement><NewsComponent><NewsLines><CopyrightLine>x</CopyrightLine></NewsLines><NewsComponent><NewsLines><HeadLine>Envoys meet</HeadLine><SlugLine>islands</SlugLine></NewsLines><ContentItem><DataContent><p>They met.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`
    expect(first(item(2, 'Usable'))).toMatchObject({
      title: 'Envoys meet',
      edition: { item: 'hp.example:20140506:A1', version: 2, status: 'usable' },
      subjects: [{ scheme: 'slug', code: 'islands' }],
    })
    expect(edition(item(3, 'Canceled'))).toMatchObject({ edition: { version: 3, status: 'withdrawn' } })
  })

  it('NITF: unit, correction, embargo, subjects', () => {
    const nitf = `<?xml version="1.0"?><nitf><head><tobject><tobject.subject tobject.subject.refnum="11002000" tobject.subject.type="Politics" tobject.subject.matter="Diplomacy"/></tobject><docdata management-status="usable"><du-key key="K1" version="3"/><doc-id id-string="a1"/><correction info="Corrects the day" id-string="a0"/><date.issue norm="20140506T080000Z"/><date.release norm="20140507T060000Z"/></docdata></head><body><body.content><p>They met.</p></body.content></body></nitf>`
    expect(edition(nitf)).toEqual({
      edition: {
        item: 'K1',
        version: 3,
        status: 'corrected',
        embargo: '2014-05-07T06:00:00Z',
        note: 'Corrects the day',
      },
      subjects: [{ scheme: 'subj', code: '11002000', name: 'Diplomacy' }],
    })
  })

  it('ANPA: leads of a story share its slug', () => {
    const wire = (slug: string, eds: string) =>
      `\u0016\u0016\u0001W1234\u001fabc\nu i\u0013\u0011 BC-Islands     05-06 0100\n\u0002^${slug}<\n^Envoys meet on the island<\n^Eds: ${eds}<\n\t   OSLO (AP) _ The envoys met.\n^END<\n\u0003\nAP-WF-05-06-14 1130GMT<\n\u0004`
    expect(edition(wire('BC-EU--Islands,100', 'With photos.'))).toMatchObject({
      edition: { item: 'EU--Islands 2014-05-06', version: 1, status: 'usable', note: 'Eds: With photos.' },
      subjects: [{ scheme: 'slug', code: 'EU--Islands' }],
    })
    expect(edition(wire('BC-EU--Islands, 2nd Ld-Writethru,120', 'Adds quotes.'))).toMatchObject({
      edition: { item: 'EU--Islands 2014-05-06', version: 3 },
    })
    expect(edition(wire('BC-EU--Islands, KILL', 'Kill the story.'))).toMatchObject({
      edition: { item: 'EU--Islands 2014-05-06', status: 'withdrawn' },
    })
  })

  it('IPTC 7901: marks over the headline', () => {
    const wire =
      '\u0001abc0123 3 i 93  xyz 1888\r\n\r\nNorth/islands/\r\n\u0002CORRECTION\r\n2ND LEAD\r\nEnvoys meet on the island\r\nBy Ada Quill =\r\n\r\nOslo (xyz) - They met.\r\n\u0003061130 GMT May 14\r\n\u0004'
    expect(first(wire)).toMatchObject({
      title: 'Envoys meet on the island',
      edition: { item: 'North/islands 2014-05-06', version: 3, status: 'corrected' },
    })
  })

  it('JSON Lines: who counts versions names an item', () => {
    expect(edition('{"id":"7","text":"They met."}')).toMatchObject({ edition: null })
    expect(
      edition('{"id":"7","text":"They met.","version":2,"subjects":["talks",{"code":"11002000"}]}'),
    ).toMatchObject({
      edition: { item: '7', version: 2, status: 'usable' },
      subjects: [{ code: 'talks' }, { code: '11002000' }],
    })
  })

  it('feeds: an item is named by its address, or by its id where addresses repeat', () => {
    const feed = (items: string) => `<rss version="2.0"><channel><title>Post</title>${items}</channel></rss>`
    const items = read(
      feed(
        '<item><title>A</title><link>https://x.example/1</link><guid>g1</guid><category>World</category></item><item><title>B</title><link>https://x.example/</link><guid>g2</guid></item><item><title>C</title><link>https://x.example/</link><guid>g3</guid></item>',
      ),
    )
    expect(items.map((item) => item.kind === 'source' && item.source.edition?.item)).toEqual([
      'https://x.example/1',
      'g2',
      'g3',
    ])
    expect(items[0]).toMatchObject({ source: { subjects: [{ scheme: 'category', code: 'World' }] } })
  })
})

describe('wires and exports', () => {
  it('IPTC 7901', () => {
    const wire =
      '\u0001abc0123 3 i 93  xyz 1888\r\n\r\nNorth/islands/\r\n\u0002Envoys meet on the island =\r\n\r\nOslo (xyz) - The two envoys met for the third time this week on\r\nthe island.\r\n\r\n# Notebook\r\nfor desks\r\n\u0003061130 GMT May 14\r\n\u0004'
    expect(first(wire)).toMatchObject({
      title: 'Envoys meet on the island',
      published: '2014-05-06T11:30:00Z',
      externalId: 'abc0123',
    })
    expect((first(wire) as { text: string }).text).not.toContain('desks')
  })

  it('telegraph messages', () => {
    const telegram = (headline: string) =>
      `ZCZC0001/SXB\nR POL S0B QBXB\n${headline}\n(XYZ) - OSLO, MAY 6 - The envoys met for six hours.\n06-MAY-14 12:34 NNNN\n`
    const items = read(telegram('Envoys meet on the island') + telegram('KILL: Envoys meet'))
    expect(items).toMatchObject([
      {
        place: 'message 1',
        source: {
          title: 'Envoys meet on the island',
          text: '(XYZ) - OSLO, MAY 6 - The envoys met for six hours.',
          published: '2014-05-06T12:34:00',
          externalId: '0001/SXB',
        },
      },
      { place: 'message 2', source: { edition: { status: 'withdrawn' } } },
    ])
  })

  it('ANPA', () => {
    const wire =
      "\u0016\u0016\u0001W1234\u001fabc\r\nu i\u0013\u0011 BC-Islands     05-06 0100\r\n\u0002^BC-Islands,100<\r\n^Envoys meet on the island<\r\n^By ADA QUILL=\r\n\t   OSLO (AP) _ The envoys met. ``Good,'' one said.\r\n\u0003\r\nAP-WF-05-06-14 1130GMT<\r\n\u0004"
    expect(first(wire)).toMatchObject({
      title: 'Envoys meet on the island',
      published: '2014-05-06T11:30:00Z',
      source: 'AP',
    })
    expect((first(wire) as { text: string }).text.trim()).toBe(
      'OSLO (AP) — The envoys met. “Good,” one said.',
    )
  })

  it('LexisNexis', () => {
    const text =
      '                       1 of 2 DOCUMENTS\n\n            Harbour Post\n\n         May 6, 2014 Tuesday\n\nEnvoys meet\n\nBYLINE: Ada Quill\n\nLENGTH: 5 words\n\nThey met.\n\nLANGUAGE: ENGLISH\n\nCopyright 2014 Harbour\n\n   2 of 2 DOCUMENTS\n\n Harbour Post\n\n May 7, 2014 Wednesday\n\nEnvoys leave\n\nThey left.\n'
    const items = read(text)
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({
      place: 'document 1',
      source: {
        title: 'Envoys meet',
        text: 'They met.',
        published: '2014-05-06',
        source: 'Harbour Post',
        language: 'en',
      },
    })
    expect(items[1]).toMatchObject({
      place: 'document 2',
      source: { title: 'Envoys leave', text: 'They left.' },
    })
  })

  it('Reuters SGML', () => {
    const text =
      '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="5"><DATE> 6-MAY-1987 15:01:01.79</DATE><TEXT>&#2;\n<TITLE>ENVOYS &lt;MEET></TITLE><DATELINE>    OSLO, May 6 - </DATELINE><BODY>The envoys met.\n Reuter\n&#3;</BODY></TEXT></REUTERS>'
    expect(first(text)).toMatchObject({
      title: 'ENVOYS <MEET>',
      text: 'OSLO, May 6 - The envoys met.',
      published: '1987-05-06T15:01:01',
      externalId: '5',
    })
  })
})

describe('mail', () => {
  const mail = (body: string, head = '') =>
    `From: "The Harbour Post" <desk@harbour.example>\nSubject: =?utf-8?Q?Envoys_meet_in_Z=C3=BCrich?=\nDate: Tue, 6 May 2014 08:00:00 +0000\nMessage-ID: <a@b>\nMIME-Version: 1.0\n${head}\n${body}`

  it.each([
    [
      'quoted-printable',
      mail(
        'They met in Z=C3=BC=\nrich.\n\nThey left.\n',
        'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n',
      ),
    ],
    [
      'base64',
      mail(
        `${btoa('They met in Z\u00fcrich.\n\nThey left.')}\n`,
        'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n',
      ),
    ],
    ['plain', mail('They met in Zürich.\n\nThey left.\n', 'Content-Type: text/plain; charset=utf-8\n')],
    [
      'alternatives',
      mail(
        '--x\nContent-Type: text/plain; charset=utf-8\n\nThey met in Zürich.\n\nThey left.\n--x\nContent-Type: text/html\n\n<p>no</p>\n--x--\n',
        'Content-Type: multipart/alternative;\n boundary="x"\n',
      ),
    ],
  ])('%s', (_, text) => {
    expect(first(text)).toMatchObject({
      title: 'Envoys meet in Zürich',
      text: 'They met in Zürich.\n\nThey left.',
      published: '2014-05-06T08:00:00Z',
      source: 'The Harbour Post',
      externalId: 'a@b',
    })
  })

  it('a mailbox', () => {
    const box = `From desk@x Tue May  6 08:00:00 2014\n${mail('One.\n')}\nFrom desk@x Tue May  6 09:00:00 2014\n${mail('>From here on, two.\n')}`
    expect(read(box).map((item) => item.kind === 'source' && [item.place, item.source.text])).toEqual([
      ['mail 1', 'One.'],
      ['mail 2', 'From here on, two.'],
    ])
  })
})

describe('web archives', () => {
  const record = (head: string, body: string) =>
    `WARC/1.0\r\n${head}\r\nContent-Length: ${new TextEncoder().encode(body).length}\r\n\r\n${body}\r\n\r\n`
  const page =
    '<html><head><title>Envoys meet</title></head><body><p>The two envoys met on the island for six hours.</p></body></html>'
  const http = (head: string, body: string) =>
    record('WARC-Type: response\r\nWARC-Target-URI: https://x.example/1', `HTTP/1.1 ${head}\r\n\r\n${body}`)
  const text = {
    place: 'record 2',
    source: {
      title: 'Envoys meet',
      text: 'The two envoys met on the island for six hours.',
      url: 'https://x.example/1',
    },
  }

  it.each([
    ['plain', http('200 OK\r\nContent-Type: text/html; charset=utf-8', page)],
    [
      'chunked',
      http(
        '200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked',
        `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`,
      ),
    ],
  ])('%s', (_, response) => {
    expect(read(`${record('WARC-Type: warcinfo', 'software: x')}${response}`)).toMatchObject([text])
  })

  it('says where an archive breaks off', () => {
    const whole = `${record('WARC-Type: warcinfo', 'software: x')}${http('200 OK\r\nContent-Type: text/html', page)}${http('200 OK\r\nContent-Type: text/html', page)}`
    expect(read(whole.slice(0, -60))).toMatchObject([
      text,
      { place: 'record 3', reason: expect.stringMatching(/^is cut off: \d+ of \d+ bytes are missing$/) },
    ])
    expect(first(record('WARC-Type: warcinfo', 'x'))).toMatchObject({
      reason: 'is the last of a web archive without a page',
    })
  })

  it('finds the next record behind one that tells a wrong length', () => {
    const good = http('200 OK\r\nContent-Type: text/html', page)
    const wrong = good.replace(/Content-Length: \d+/, 'Content-Length: 60')
    expect(read(`${wrong}${good}`)).toMatchObject([
      { kind: 'refusal', place: 'record 1', reason: 'is HTML without running text' },
      { kind: 'refusal', place: 'record 2', reason: 'does not begin like a record' },
      { kind: 'source', place: 'record 3', source: text.source },
    ])
  })

  it('leaves out what is no page', () => {
    const others =
      http('404 Not Found\r\nContent-Type: text/html', page) + http('200 OK\r\nContent-Type: image/png', 'x')
    expect(read(others + http('200 OK\r\nContent-Type: text/html', page))).toMatchObject([
      { kind: 'source', place: 'record 3' },
    ])
  })
})

describe('research exports', () => {
  it('Word files', () => {
    const word = (...lines: readonly string[]) =>
      zipSync({
        'word/document.xml': strToU8(
          `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${lines.map((line) => `<w:p><w:pPr/><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
        ),
      })
    expect(first(word('Envoys meet', '', 'They met.', 'They left.'))).toMatchObject({
      title: 'Envoys meet',
      text: 'They met.\n\nThey left.',
    })
    const nexis = [
      'Documents (1)',
      '',
      '',
      '',
      'Envoys meet',
      'Harbour Post',
      'May 6, 2014 Tuesday',
      '',
      'Length: 4 words',
      'Body',
      '',
      'They met.',
      '',
      'Load-Date: May 7, 2014',
      'End of Document',
      '',
    ]
    expect(read(word(...nexis))).toMatchObject([
      {
        place: 'document 1',
        source: { title: 'Envoys meet', text: 'They met.', source: 'Harbour Post', published: '2014-05-06' },
      },
    ])
    expect(first(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({
      reason: 'is a ZIP archive without a Word document',
    })
  })

  it('Factiva pages', () => {
    const row = (code: string, words: string) => `<tr><td><b>${code}</b>&nbsp;</td><td>${words}</td></tr>`
    const html = `<html><head><title>Factiva</title></head><body><div class="article enArticle"><table>${row('HD', '<b>Envoys meet</b>')}${row('PD', '6 May 2014')}${row('SN', 'Harbour Post')}${row('LA', 'English')}${row('LP', '<p>They met.</p>')}${row('TD', '<p>They left.</p>')}${row('AN', 'Document HP1')}</table></div></body></html>`
    expect(first(html)).toMatchObject({
      title: 'Envoys meet',
      text: 'They met.\n\nThey left.',
      published: '2014-05-06',
      source: 'Harbour Post',
      externalId: 'HP1',
      language: 'en',
    })
  })

  it('Europresse pages', () => {
    const article =
      '<article><header><span class="DocPublicationName">Le Port</span><div><span class="DocHeader">Monde, mardi 6 mai 2014, p. 3</span></div><p class="titreArticleVisu">Rencontre</p></header><section><p>Ils ont parlé.</p></section><footer><small>© 2014</small><p>Numéro de document : news·20140506·LP·1</p></footer></article>'
    expect(first(`<html><body>${article}</body></html>`)).toMatchObject({
      title: 'Rencontre',
      text: 'Ils ont parlé.',
      published: '2014-05-06',
      source: 'Le Port',
      externalId: 'news·20140506·LP·1',
    })
  })
})

describe('limits', () => {
  it('refuses a text that is too long', () => {
    expect(first('a'.repeat(50), { maxCharacters: 40 })).toMatchObject({
      reason: 'has a text of 50 characters, more than 40',
    })
  })

  it('fills in from the hints only what is missing', () => {
    expect(first('{"text":"a","source":"x"}', { source: 'y', published: '2014-01-01' })).toMatchObject({
      source: 'x',
      published: '2014-01-01',
    })
  })
})
