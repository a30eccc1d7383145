import { type Command, InvalidArgumentError } from 'commander'

/** The options of commands that serve. */
export function withServeOptions(command: Command): Command {
  return command
    .option(
      '--host <address>',
      'address to listen on; others than loopback need --token or --open',
      '127.0.0.1',
    )
    .option('--port <number>', 'port to listen on; 0 takes any that is free', port, 4747)
    .option('--token <token>', 'ask for this token: Authorization: Bearer TOKEN')
    .option('--open', 'serve without a token on an address that other machines reach')
    .option(
      '--allow-host <name...>',
      'answer to this name, too, where it is bound to loopback (behind a proxy)',
    )
    .option('--rate <number>', 'requests that one client may make in a minute; 0 sets no limit', rate)
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('a number from 0 to 65535 was expected.')
  return number
}

function rate(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('a whole number of requests a minute was expected, 0 for no limit.')
  return number
}
