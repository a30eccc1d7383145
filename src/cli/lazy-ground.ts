import { loadGround } from '#ground'
import type { Ground } from '#record'

const held: { ground: Ground | null } = { ground: null }

/** The ground, loaded once a thread and only when first needed. */
export function ground(): Ground {
  held.ground ??= loadGround()
  return held.ground
}
