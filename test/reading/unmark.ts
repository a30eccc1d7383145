interface Span {
  readonly start: number
  readonly end: number
}

/** Takes the marks off an example; of a reciprocal row the second party stands as recipient. */
export function unmark(
  marked: string,
  reciprocal: boolean,
): {
  text: string
  actor: Span | null
  recipient: Span | null
  spans: { actors: Span[]; recipients: Span[] }
} {
  let text = ''
  const actors: Span[] = []
  const recipients: Span[] = []
  let open = 0
  for (const c of marked) {
    if (c === '[' || c === '{') open = text.length
    else if (c === ']') actors.push({ start: open, end: text.length })
    else if (c === '}') recipients.push({ start: open, end: text.length })
    else text += c
  }
  return {
    text,
    actor: actors[0] ?? null,
    recipient: (reciprocal ? actors[1] : recipients[0]) ?? null,
    spans: { actors, recipients },
  }
}
