import { normalize, sep } from 'node:path'

/** A pattern made ready: the folder below which to look, and the test for each path found there. */
export interface Glob {
  readonly root: string
  matches(path: string): boolean
}

const TOKENS = /\*\*\/|\*\*|\*|\?|\[[^\]]*\]|\{[^{}]*\}|[^*?[{]+|[[{]/g

/** Compiles a glob: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for any folders. */
export function compileGlob(pattern: string): Glob {
  const even = normalize(pattern).split(sep).join('/')
  const fixed = even.slice(0, even.search(/[*?[{]/))
  const root = fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.'
  const expression = new RegExp(
    `^${[...even.matchAll(TOKENS)].map(([token]) => translate(token)).join('')}$`,
    'u',
  )
  return { root, matches: (path) => expression.test(normalize(path).split(sep).join('/')) }
}

function translate(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*'
  if (token === '**') return '.*'
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (/^\[.+\]$/.test(token))
    return `[${token.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\').replaceAll('[', '\\[')}]`
  if (/^\{.+\}$/.test(token)) return `(?:${token.slice(1, -1).split(',').map(literal).join('|')})`
  return literal(token)
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
