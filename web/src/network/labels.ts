import type { NetNode } from './layout.ts'

const LETTER = 6.4
const LINE = 14

/** Names that can stand without covering each other or another actor's circle; the busiest come first. */
export function labelled(nodes: readonly NetNode[], width: number): ReadonlySet<string> {
  const boxes: { left: number; right: number; top: number; bottom: number }[] = []
  const shown = new Set<string>()
  const free = (left: number, right: number, top: number, bottom: number) =>
    boxes.every((box) => right < box.left || left > box.right || bottom < box.top || top > box.bottom)
  for (const node of [...nodes].sort((a, b) => b.acts - a.acts)) {
    const half = (Math.min(24, node.name.length) * LETTER) / 2
    const [left, right] = [node.x - half, node.x + half]
    const top = node.y + node.radius + 2
    if (left < 0 || right > width || !free(left, right, top, top + LINE)) continue
    boxes.push({ left, right, top, bottom: top + LINE })
    shown.add(node.id)
  }
  return shown
}
