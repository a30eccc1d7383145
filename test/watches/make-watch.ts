import type { Watch } from '#archive'

/** A watch for a test. */
export const makeWatch = (made: Partial<Watch> = {}): Watch => ({
  id: 'w',
  title: 'A watch',
  question: { actor: ['CHN'] },
  dossier: null,
  condition: { kind: 'each' },
  rivals: [],
  webhook: null,
  command: null,
  paused: false,
  ...made,
})
