/** Items as JSON Lines, whole as the API gives them: parties, words and documents stay objects. */
export async function* writeJsonLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}
