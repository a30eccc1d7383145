import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur code`: one record a line. */
export const code: Register = (program) => {
  withCodingOptions(program.command('code'))
    .description('code documents: one record a line (JSON Lines)')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'code'))
}

const EXAMPLE = `
Reads plain text, web pages, feeds, JSON Lines, CSV, news wires (NewsML, NITF, ninjs, IPTC 7901, ANPA), web archives,
LexisNexis, Factiva and Europresse exports, mail, Word and PDF, also inside gzip, tar and ZIP: docs/formats.md.

Examples:
  rapporteur code --published 2013-07-02 --source aljazeera report.txt > record.jsonl
  rapporteur code wire/*.xml export.docx crawl.warc.gz corpus.tar.gz --out records.jsonl
  curl -s https://news.example/story | rapporteur code --format html -
`
