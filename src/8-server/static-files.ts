import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Hono } from 'hono'
import { errorResponse } from './http/error-response.ts'
import { Refusal } from './refusal.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** Weights and lexicon, for the coder that runs in the browser. */
const MODEL = /^\/models\/([a-z][a-z0-9-]*\.bin)$/

/** Hands out the files that the coder stands on; what a browser has already is not sent again. */
export function modelFiles(app: Hono, folder: string): void {
  app.get('/models/*', async (c) => {
    const name = MODEL.exec(decodePath(c.req.path))?.[1]
    const file = name === undefined ? null : join(folder, name)
    const found = file === null ? null : await stat(file).catch(() => null)
    if (file === null || found === null) return errorResponse(404, `there is no ${c.req.path.slice(0, 120)}`)
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
    const headers = { etag: tag, 'cache-control': 'no-cache' }
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
    const body = await read(file)
    if (body === null) return errorResponse(404, `there is no ${c.req.path.slice(0, 120)}`)
    return c.body(body, 200, {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': String(found.size),
    })
  })
}

/** Serves the built desk; a path without a file of its own is a page of the desk and gets its shell. */
export function staticFiles(app: Hono, folder: string): void {
  app.get('*', async (c) => {
    const path = normalize(decodePath(c.req.path))
    const file = join(folder, path)
    const inside = file.startsWith(folder + sep)
    const type = TYPES[extname(file)]
    const body = inside && type ? await read(file) : null
    if (body)
      return c.body(body, 200, {
        'content-type': type as string,
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    if (type) return errorResponse(404, `there is no ${path.slice(0, 120)}`)
    const shell = await read(join(folder, 'index.html'))
    if (!shell) return c.text('The desk is not built; run "npm run build". The answers are under /api/.', 404)
    return c.body(shell, 200, { 'content-type': TYPES['.html'] as string, 'cache-control': 'no-cache' })
  })
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    // No such file is an answer, not a failure: the caller says what that means.
    return null
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    throw new Refusal(400, 'the address is not well-formed', { cause: error })
  }
}
