import { strToU8, zipSync } from 'fflate'

/** One small valid input of each format, as the seeds of the fuzzer. */
const wire = (text: string) => text.replaceAll('\n', '\r\n')

const word = (...lines: readonly string[]) =>
  zipSync(
    {
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      ),
    },
    { level: 0 },
  )

export const SAMPLES: Readonly<Record<string, string | Uint8Array>> = {
  text: 'Envoys meet again\n\nOSLO, May 6 (AFP) — The two envoys met “on the island” on Tuesday.\n\nNo word on the reef\n\nThey said nothing about it.\n',
  html: '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta property="og:title" content="Envoys meet"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet","datePublished":"2014-05-06"}</script></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Envoys meet</h1><p>The two envoys met on the island for six hours on Tuesday &amp; talked.</p><table><tr><td>x</td></tr></table><p>They said nothing about the reef when they left the house.</p></article></body></html>',
  rss: '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item><title>Envoys meet</title><guid>1</guid><pubDate>Tue, 06 May 2014 08:00:00 GMT</pubDate><content:encoded><![CDATA[<p>They <b>met</b>.</p>]]></content:encoded></item></channel></rss>',
  atom: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>1</id><title>Envoys meet</title><link href="https://x.example/1"/><updated>2014-05-06T08:00:00Z</updated><content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry></feed>',
  jsonfeed:
    '{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","title":"Envoys meet","content_html":"<p>They met.</p>","date_published":"2014-05-06T08:00:00Z"}]}',
  jsonl:
    '{"id":"1","text":"They met on Tuesday.","title":"Envoys meet","published":"2014-05-06"}\n{"id":"2","text":"They left."}\n',
  json: '[\n  {"text": "They met.", "title": "Envoys"},\n  {"uri": "urn:a", "headlines": [{"value": "Envoys"}], "bodies": [{"value": "<p>They met.</p>"}]}\n]',
  csv: 'id,date,title,text\n1,2014-05-06,Envoys meet,"They met, and ""talked"".\nThen they left."\n2,2014-05-07,Envoys leave,They left.\n',
  newsmlg2:
    '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:a" xml:lang="en"><itemMeta><provider literal="x"/><versionCreated>2014-05-06T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Envoys meet</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>They met.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>',
  nitf: '<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20140506T080000Z"/></docdata></head><body><body.head><hedline><hl1>Envoys meet</hl1></hedline><dateline>OSLO</dateline></body.head><body.content><block><p>They met.</p></block></body.content></body></nitf>',
  newsml1:
    '<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x</ProviderId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20140506T080000Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Envoys meet</HeadLine><DateLine>Oslo, May 6</DateLine></NewsLines><ContentItem><DataContent><p>They met.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>',
  factiva:
    '<?xml version="1.0"?><PPSResponse><article><accessionNo>A1</accessionNo><headline><paragraph>Envoys meet</paragraph></headline><leadParagraph><paragraph>They met.</paragraph></leadParagraph><publicationDate><date>2014-05-06</date></publicationDate><sourceName>x</sourceName></article></PPSResponse>',
  iptc7901: wire(
    '\u0001abc0123 3 i 93  xyz 1888\n\nNorth/\n\u0002Envoys meet =\n\nOslo (xyz) - The envoys met.\n\u0003061130 GMT May 14\n\u0004',
  ),
  telegraph:
    'ZCZC0001/SXB\nR POL S0B QBXB\nEnvoys meet on the island\n(XYZ) - OSLO, MAY 6 - They met.\n06-MAY-14 12:34 NNNN\n',
  anpa: wire(
    '\u0016\u0016\u0001W1234\u001fabc\nu i\u0013\u0011 BC-Islands     05-06 0100\n\u0002^BC-Islands,100<\n^Envoys meet on the island<\n\t   OSLO (AP) _ The envoys met.\n\u0003\nAP-WF-05-06-14 1130GMT<\n\u0004',
  ),
  nexis:
    '      1 of 1 DOCUMENTS\n\n   Harbour Post\n\n   May 6, 2014 Tuesday\n\nEnvoys meet\n\nBYLINE: Ada Quill\n\nThey met.\n\nLANGUAGE: ENGLISH\n',
  reuters:
    '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="5"><DATE> 6-MAY-1987 15:01:01.79</DATE><TEXT>&#2;\n<TITLE>ENVOYS MEET</TITLE><DATELINE> OSLO, May 6 - </DATELINE><BODY>They met.\n Reuter\n&#3;</BODY></TEXT></REUTERS>\n',
  mail: 'From: "Post" <a@b>\nSubject: =?utf-8?Q?Envoys_meet?=\nDate: Tue, 6 May 2014 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThey met in Z=C3=BCrich.\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+VGhleSBsZWZ0LjwvcD4=\n--x--\n',
  mbox: 'From a@b Tue May  6 08:00:00 2014\nFrom: a@b\nSubject: Envoys\n\nThey met.\n\nFrom a@b Tue May  6 09:00:00 2014\nFrom: a@b\nSubject: Envoys\n\nThey left.\n',
  warc: wire(
    'WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://x.example/1\nContent-Length: 124\n\nHTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n2a\n<html><body><p>They met on Tuesday.</p></b\n0\n\n\n\n',
  ),
  arc: 'filedesc://a.arc 127.0.0.1 20140506080000 text/plain 9\n1 0 Test\n\nhttp://x.example/ 127.0.0.1 20140506080000 text/html 86\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<html><body><p>They met on it.</p></body></html>\n',
  factivaHtml:
    '<html><head><title>Factiva</title></head><body><div class="article enArticle"><table><tr><td><b>HD</b></td><td>Envoys meet</td></tr><tr><td><b>LP</b></td><td><p>They met.</p></td></tr></table></div></body></html>',
  europresse:
    '<html><body><article><span class="DocPublicationName">Le Port</span><div><span class="DocHeader">mardi 6 mai 2014</span></div><p class="titreArticleVisu">Rencontre</p><p>Ils ont parlé.</p><small>© 2014</small></article></body></html>',
  docx: word('Envoys meet', 'The envoys met on the island.', 'They left.'),
  nexisDocx: word(
    'Documents (1)',
    '',
    'Envoys meet',
    'Post',
    'May 6, 2014 Tuesday',
    'Body',
    'They met.',
    'End of Document',
  ),
  nexisHtml:
    '<html><body><div>1 of 1 DOCUMENTS</div><div>Harbour Post</div><div>May 6, 2014 Tuesday</div><div>Late Edition - Final</div><div>Envoys meet</div><div>SECTION: World; Pg. 1</div><p>They met.</p><div>LANGUAGE: ENGLISH</div></body></html>',
  ritzau:
    '<?xml version="1.0"?><XMLNewsQueuedResponse><RBNews><NewsID>a</NewsID><PublishDate>2014-05-06T08:00:00</PublishDate><headline>Envoys meet</headline><version>2</version><content>&lt;p&gt;They met.&lt;/p&gt;</content><Annuleret>false</Annuleret><origin>/ritzau/</origin></RBNews></XMLNewsQueuedResponse>',
  kill: '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="3"><itemMeta><pubStatus qcode="stat:canceled"/><embargoed>2014-05-07T06:00:00Z</embargoed><edNote>Eds: Please kill the story. EMBARGOED until 00:01 GMT 6 May 2014</edNote><signal qcode="sig:correction"/></itemMeta><contentMeta><headline>KILL: Envoys</headline><dateline>OSLO</dateline><subject qcode="medtop:11002000"><name>diplomacy</name></subject></contentMeta><contentSet><inlineXML><html><body><p>They met.</p></body></html></inlineXML></contentSet></newsItem>',
  ninjs:
    '{"uri":"urn:a","version":"2","pubstatus":"usable","versioncreated":"2014-05-06T08:00:00Z","embargoed":"2014-05-07","headline":"Envoys meet","body_xhtml":"<p>They met.</p>","subject":[{"code":"11002000","name":"diplomacy","scheme":"medtop"}],"ednote":"Adds."}',
}
