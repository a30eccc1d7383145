import { select } from 'd3-selection'
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

interface ZoomControl {
  readonly transform: ZoomTransform
  /** Magnifies about the middle. */
  readonly by: (factor: number) => void
  readonly pan: (dx: number, dy: number) => void
  /** Brings a point of the unmagnified drawing into the middle. */
  readonly to: (x: number, y: number, magnification: number) => void
  readonly reset: () => void
}

/** Panning and magnifying a drawing by mouse, touch and buttons. */
export function useZoom(
  ref: RefObject<SVGSVGElement | null>,
  width: number,
  height: number,
  most: number,
): ZoomControl {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null)
  useEffect(() => {
    const svg = ref.current
    if (svg === null) return
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, most])
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      // a wheel without a key scrolls the page
      .filter(
        (event: Event) =>
          event.type !== 'wheel' || (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey,
      )
      .on('zoom', ({ transform: next }: { transform: ZoomTransform }) => setTransform(next))
    behaviour.current = made
    const selection = select(svg)
    selection.call(made).on('dblclick.zoom', null)
    return () => {
      selection.on('.zoom', null)
    }
  }, [ref, width, height, most])
  const on = useCallback(
    (act: (made: ZoomBehavior<SVGSVGElement, unknown>, svg: SVGSVGElement) => void) => {
      if (behaviour.current !== null && ref.current !== null) act(behaviour.current, ref.current)
    },
    [ref],
  )
  return {
    transform,
    by: useCallback((factor) => on((made, svg) => made.scaleBy(select(svg), factor)), [on]),
    pan: useCallback((dx, dy) => on((made, svg) => made.translateBy(select(svg), dx, dy)), [on]),
    to: useCallback(
      (x, y, magnification) =>
        on((made, svg) => {
          made.scaleTo(select(svg), magnification)
          made.translateTo(select(svg), x, y)
        }),
      [on],
    ),
    reset: useCallback(() => on((made, svg) => made.transform(select(svg), zoomIdentity)), [on]),
  }
}
