interface ListLike {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

/** The next page of a list, on demand. */
export function More({ list }: { readonly list: ListLike }) {
  if (!list.hasNextPage) return null
  return (
    <p className="more">
      <button type="button" onClick={() => list.fetchNextPage()} disabled={list.isFetchingNextPage}>
        {list.isFetchingNextPage ? 'Fetching…' : 'More'}
      </button>
    </p>
  )
}
