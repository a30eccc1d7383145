/** The value of a command-line option `--name value`, or what stands for it. */
export function argument(name: string, otherwise: string): string {
  const i = process.argv.indexOf(`--${name}`)
  return (i >= 0 ? process.argv[i + 1] : undefined) ?? otherwise
}
