import { mix } from './linear-model.ts'

/** Room that the longest feature list of the parser needs. */
export const TREE_FEATURES = 96

/** What the parser knows of a sentence: words 0 … n-1, and word n for "none", n+1 for the root. */
export interface TreeInput {
  /** Hash of the lower-case form. */
  readonly word: Uint32Array
  /** Tag label. */
  readonly tag: Uint8Array
  readonly prefix: Uint32Array
}

/** A partly built tree. Words without a child or head of that kind hold -1. */
export interface TreeState {
  readonly stack: Int32Array
  depth: number
  /** Next word of the buffer. */
  next: number
  readonly length: number
  readonly head: Int32Array
  readonly label: Uint8Array
  /** Outermost and second outermost children left and right. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
}

/** Writes the parser's features of a state into `out`; returns how many. After Zhang and Nivre (2011), for arc-hybrid. */
export function treeFeatures(input: TreeInput, s: TreeState, out: Uint32Array): number {
  const none = s.length
  const { word, tag } = input
  const { label } = s
  const pick = (column: Int32Array, i: number) =>
    i >= none ? none : (column[i] as number) < 0 ? none : (column[i] as number)
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] as number) : none
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] as number) : none
  const s2 = s.depth > 2 ? (s.stack[s.depth - 3] as number) : none
  const b0 = Math.min(s.next, none)
  const b1 = Math.min(s.next + 1, none)
  const b2 = Math.min(s.next + 2, none)
  const s0l = pick(s.left1, s0)
  const s0l2 = pick(s.left2, s0)
  const s0r = pick(s.right1, s0)
  const s0r2 = pick(s.right2, s0)
  const s1l = pick(s.left1, s1)
  const s1r = pick(s.right1, s1)
  const s1r2 = pick(s.right2, s1)
  const b0l = pick(s.left1, b0)
  const b0l2 = pick(s.left2, b0)
  const w = (i: number) => word[i] as number
  const t = (i: number) => tag[i] as number
  const l = (i: number) => (i >= none ? 255 : (label[i] as number))
  const t0 = t(s0)
  const t1 = t(s1)
  const q0 = t(b0)
  const q1 = t(b1)
  const w0 = w(s0)
  const w1 = w(s1)
  const v0 = w(b0)
  const v1 = w(b1)
  const lv0 = s0 < none ? (s.leftCount[s0] as number) : 0
  const rv0 = s0 < none ? (s.rightCount[s0] as number) : 0
  const rv1 = s1 < none ? (s.rightCount[s1] as number) : 0
  const lvb = b0 < none ? (s.leftCount[b0] as number) : 0
  const distance = (a: number, b: number) =>
    a >= none || b >= none ? 0 : b - a > 10 ? 8 : b - a > 6 ? 7 : b - a > 5 ? 6 : b - a
  const d0 = distance(s0, b0)
  const d1 = distance(s1, s0)
  let n = 0
  const T = (a: number, b: number, c = 0, d = 0) => (a << 24) | (b << 16) | (c << 8) | d
  out[n++] = mix(101, t0 + w0 * 7)
  out[n++] = mix(102, w0)
  out[n++] = mix(103, t0)
  out[n++] = mix(104, t1 + w1 * 7)
  out[n++] = mix(105, w1)
  out[n++] = mix(106, t1)
  out[n++] = mix(107, q0 + v0 * 7)
  out[n++] = mix(108, v0)
  out[n++] = mix(109, q0)
  out[n++] = mix(110, q1 + v1 * 7)
  out[n++] = mix(111, v1)
  out[n++] = mix(112, q1)
  out[n++] = mix(113, w(b2))
  out[n++] = mix(114, t(b2))
  out[n++] = mix(115, w(s2))
  out[n++] = mix(116, t(s2))
  out[n++] = mix(mix(117, w0), v0)
  out[n++] = mix(mix(118, w0), T(t0, q0))
  out[n++] = mix(mix(119, v0), T(t0, q0))
  out[n++] = mix(mix(120, w0), q0)
  out[n++] = mix(mix(121, v0), t0)
  out[n++] = mix(122, T(t0, q0))
  out[n++] = mix(mix(123, w1), w0)
  out[n++] = mix(mix(124, w1), T(t1, t0))
  out[n++] = mix(mix(125, w0), T(t1, t0))
  out[n++] = mix(mix(126, w1), t0)
  out[n++] = mix(mix(127, w0), t1)
  out[n++] = mix(128, T(t1, t0))
  out[n++] = mix(129, T(q0, q1))
  out[n++] = mix(130, T(q0, q1, t(b2)))
  out[n++] = mix(131, T(t0, q0, q1))
  out[n++] = mix(132, T(t1, t0, q0))
  out[n++] = mix(133, T(t(s2), t1, t0))
  out[n++] = mix(134, T(t(s2), t1, t0, q0))
  out[n++] = mix(135, T(t1, t0, q0, q1))
  out[n++] = mix(136, T(t0, t(s0l), q0, l(s0l)))
  out[n++] = mix(137, T(t0, t(s0r), q0, l(s0r)))
  out[n++] = mix(138, T(t0, q0, t(b0l), l(b0l)))
  out[n++] = mix(139, T(t1, t0, t(s0l), l(s0l)))
  out[n++] = mix(140, T(t1, t0, t(s0r), l(s0r)))
  out[n++] = mix(141, T(t1, t0, t(s1l), l(s1l)))
  out[n++] = mix(142, T(t1, t0, t(s1r), l(s1r)))
  out[n++] = mix(143, w(s0l))
  out[n++] = mix(144, T(t(s0l), l(s0l)))
  out[n++] = mix(145, w(s0r))
  out[n++] = mix(146, T(t(s0r), l(s0r)))
  out[n++] = mix(147, w(b0l))
  out[n++] = mix(148, T(t(b0l), l(b0l)))
  out[n++] = mix(149, w(s1l))
  out[n++] = mix(150, T(t(s1l), l(s1l)))
  out[n++] = mix(151, w(s1r))
  out[n++] = mix(152, T(t(s1r), l(s1r)))
  out[n++] = mix(153, T(t0, t(s0l), t(s0l2), l(s0l2)))
  out[n++] = mix(154, T(t0, t(s0r), t(s0r2), l(s0r2)))
  out[n++] = mix(155, T(t1, t(s1r), t(s1r2), l(s1r2)))
  out[n++] = mix(156, T(q0, t(b0l), t(b0l2), l(b0l2)))
  out[n++] = mix(mix(157, w0), d0)
  out[n++] = mix(158, T(t0, d0, q0))
  out[n++] = mix(mix(159, v0), d0)
  out[n++] = mix(160, T(t1, d1, t0))
  out[n++] = mix(mix(161, w1), d1)
  out[n++] = mix(mix(162, w0), T(lv0, rv0))
  out[n++] = mix(163, T(t0, lv0, rv0))
  out[n++] = mix(mix(164, w1), rv1)
  out[n++] = mix(165, T(t1, rv1))
  out[n++] = mix(mix(166, v0), lvb)
  out[n++] = mix(167, T(q0, lvb))
  out[n++] = mix(mix(168, w0), T(l(s0l), l(s0r)))
  out[n++] = mix(169, T(t0, l(s0l), l(s0r), l(s0r2)))
  out[n++] = mix(mix(170, w1), T(l(s1l), l(s1r)))
  out[n++] = mix(171, T(t1, l(s1l), l(s1r), l(s1r2)))
  out[n++] = mix(mix(172, w1), T(t0, l(s1r)))
  out[n++] = mix(mix(173, w0), w(s0l))
  out[n++] = mix(mix(174, w0), w(s0r))
  out[n++] = mix(mix(175, w1), mix(w0, q0))
  out[n++] = mix(mix(176, w1), mix(w(s0l), t0))
  out[n++] = mix(mix(177, w0), mix(w(s0l), v0))
  out[n++] = mix(mix(178, v0), mix(w(b0l), t0))
  out[n++] = mix(mix(179, input.prefix[s0] as number), q0)
  out[n++] = mix(mix(180, input.prefix[b0] as number), t0)
  out[n++] = mix(mix(181, w1), mix(q0, t0))
  out[n++] = mix(mix(182, w(s2)), T(t1, t0))
  out[n++] = mix(mix(183, v0), T(t0, q1))
  out[n++] = mix(mix(184, v1), T(t0, q0))
  return n
}
