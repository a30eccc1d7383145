import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS, type Format, isIsoDate } from '#document'
import { addLexicon } from './lazy-ground.ts'

/** What the coding commands may be told; units stand in the names. */
export interface CodingOptions {
  readonly format?: Format
  readonly published?: string
  readonly source?: string
  readonly language?: string
  readonly out?: string
  readonly jobs: number
  readonly maxBytes: number
  /** Longest time for one document; where it is not given the pool's own default holds. */
  readonly maxSeconds?: number
}

/** Gives a command the arguments and options that all coding commands share. */
export function withCodingOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  return withInputOptions(command, formats).option('--out <file>', 'write here instead of standard output')
}

/** The options for reading and coding files, without the output: `add` takes these too. */
export function withInputOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  return withReadingOptions(command, formats)
    .option(
      '--language <tag>',
      'language of all documents (BCP 47), else told from each; what is not English is kept, not coded',
      tag,
    )
    .option('--jobs <number>', 'worker threads', whole, availableParallelism())
    .option('--lexicon <file>', 'own actors and places (CSV or YAML), may be said again', ownLexicon)
    .option('--max-seconds <number>', 'longest time for one document, in seconds (default: 60)', positive)
}

/** The options for reading files alone: `submit` codes nothing. */
export function withReadingOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .argument('[files...]', 'files, folders or globs; - is standard input (also when none is named)')
    .addOption(
      new Option('--format <format>', 'format of the input; else told from name and content').choices(
        formats,
      ),
    )
    .option('--published <date>', 'ISO 8601 date of publication for documents that carry none', isoDate)
    .option('--source <name>', 'outlet of documents that name none')
    .option('--max-bytes <number>', 'largest document read, in bytes', whole, 10_000_000)
}

function tag(value: string): string {
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value)) return value
  throw new InvalidArgumentError('a BCP 47 tag like en or pt-BR was expected.')
}

function ownLexicon(file: string): string {
  try {
    addLexicon(file)
    return file
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? `${error.message}.` : String(error))
  }
}

function positive(value: string): number {
  const number = Number(value.replaceAll('_', ''))
  if (!Number.isFinite(number) || number <= 0)
    throw new InvalidArgumentError('a number above 0 was expected.')
  return number
}

function whole(value: string): number {
  const number = positive(value)
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('a whole number was expected.')
  return number
}

function isoDate(value: string): string {
  if (isIsoDate(value)) return value
  throw new InvalidArgumentError('an ISO 8601 date like 2013-07-02 or 2013-07-02T09:15:00Z was expected.')
}
