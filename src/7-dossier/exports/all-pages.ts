import type { Page, PageOptions } from '#archive'

const PAGE = 500

/** Every item of a list, oldest first, a page at a time. */
export async function* allPages<T>(ask: (page: PageOptions) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const page: Page<T> = await ask({ limit: PAGE, order: 'oldest', cursor })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}
