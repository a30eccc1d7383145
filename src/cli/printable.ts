/** Makes a line of any words: control characters, which could steer a terminal, become spaces. */
export function printable(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
