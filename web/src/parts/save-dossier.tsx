import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { getJson } from '../api/client.ts'
import type { Filter } from '../api/rows.ts'
import { queries } from '../api/use-api.ts'
import { slugOf } from './slug.ts'

/** Makes a dossier of what a search asks, and goes there. */
export function SaveDossier({ title, question }: { readonly title: string; readonly question: Filter }) {
  const navigate = useNavigate()
  const slug = slugOf(title)
  const save = useMutation({
    mutationFn: () =>
      getJson(`/api/dossiers/${encodeURIComponent(slug)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title, question }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/api/dossiers'] })
      await navigate({ to: '/dossiers/$slug', params: { slug } })
    },
  })
  return (
    <>
      <button type="button" className="primary" disabled={save.isPending} onClick={() => save.mutate()}>
        Save as dossier
      </button>
      {save.error !== null && <span role="alert">{save.error.message}</span>}
    </>
  )
}
