import { useEffect, useState } from 'react'
import { lazyPart } from '../lazy-part'

const SharedTooltip = lazyPart(() => import('./SharedTooltip').then((module) => module.SharedTooltip))

/** Milliseconds that the pointer rests on something before it is explained. */
const restMs = 400

interface Explained {
  target: HTMLElement
  label: string
}

/**
 * Shows the text of `data-tooltip` for whatever the pointer rests on or the keyboard focuses. One for the whole page, so
 * that a thousand buttons need no tooltips of their own; its code is loaded with the first one. Escape or a press hides it.
 */
export function TooltipHost() {
  const [explained, setExplained] = useState<Explained | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = new AbortController()
    const on = <Type extends keyof DocumentEventMap>(
      type: Type,
      listener: (event: DocumentEventMap[Type]) => void,
    ) => document.addEventListener(type, listener, { capture: true, signal: end.signal })

    function hide() {
      clearTimeout(timer)
      setExplained(null)
    }

    function show({ target }: Event, afterMs: number) {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
      hide()
      const label = element?.dataset['tooltip']
      if (!element || label === undefined || label === '') return
      timer = setTimeout(() => setExplained({ target: element, label }), afterMs)
    }

    on('pointerover', (event) => {
      if (event.pointerType === 'mouse') show(event, restMs)
    })
    on('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event, 0)
      else hide()
    })
    on('focusout', hide)
    on('pointerdown', hide)
    on('scroll', hide)
    on('keydown', (event) => {
      if (event.key === 'Escape') hide()
    })
    return () => {
      clearTimeout(timer)
      end.abort()
    }
  }, [])

  if (explained === null || !explained.target.isConnected) return null
  return <SharedTooltip {...explained} />
}
