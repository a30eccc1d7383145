import type { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { explain } from './explain.ts'

/** Reads a request's JSON body by its schema. Sizes are in bytes. */
export async function readBody(request: Request, schema: z.ZodType, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type.trim()))
    throw new Refusal(
      415,
      `a body in application/json was expected, not ${type === '' ? 'one without a content type' : JSON.stringify(type.slice(0, 60))}`,
      { headers: { 'accept-post': 'application/json' } },
    )
  const body = parse(await readText(request, maxBytes))
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Refusal(422, explain(parsed.error, body))
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new Refusal(413, `a body may have ${maxBytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLarge()
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'the body could not be read as UTF-8', { cause: error })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      400,
      `the body is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}`,
      {
        cause: error,
      },
    )
  }
}
