/** An end of the program with one line on standard error. */
export class CliError extends Error {
  /** 2: a wrong call; 1: a fault of the program's own or of the machine. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
