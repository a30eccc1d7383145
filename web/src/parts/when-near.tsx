import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Holds a part of a long page back until the reader comes near it, or prints. */
export function WhenNear({
  children,
  height = 320,
}: {
  readonly children: ReactNode
  readonly height?: number
}) {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (near || element === null) return
    const show = () => setNear(true)
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && show(), {
      rootMargin: '120px',
    })
    observer.observe(element)
    addEventListener('beforeprint', show)
    return () => {
      observer.disconnect()
      removeEventListener('beforeprint', show)
    }
  }, [near])
  return near ? children : <div ref={ref} style={{ minHeight: height }} aria-hidden="true" />
}
