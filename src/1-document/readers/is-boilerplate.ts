/** Is this line of a page no part of its text: an invitation, a credit, a label? */
export function isBoilerplate(line: string): boolean {
  return line.length < 200 && LINES.some((pattern) => pattern.test(line))
}

const LINES: readonly RegExp[] = [
  /^(?:advertisement|ad|sponsored(?: content)?|promoted|story continues below(?: advertisement)?|article continues below.*|continue reading.*|read more.*|also read:?.*|read also:?.*|see also:?.*|related:?.*|more:|watch:?.*|listen:?.*)$/i,
  /^(?:share|tweet|email|print|save|comments?|follow us.*|sign up.*|subscribe.*|log ?in.*|register.*|newsletter.*|get (?:the|our) .*newsletter.*)$/i,
]
