import type { Page, PageOptions } from '#archive'

/** Every item of a list as it came. */
export async function* everyPage<T>(ask: (page: PageOptions) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const page: Page<T> = await ask({ limit: 500, order: 'arrival', cursor })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}
