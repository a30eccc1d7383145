import { statusMeaning } from './format.ts'

/** How an act is told; said only where it is not plainly asserted. */
export function Status({ status }: { readonly status: string }) {
  if (status === 'asserted') return null
  return (
    <span className={`status s-${status}`} title={statusMeaning(status)}>
      {status}
    </span>
  )
}
