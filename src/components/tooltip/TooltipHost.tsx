import { useEffect, useState } from 'react'
import { lazyPart } from '../lazy-part'

const SharedTooltip = lazyPart(() => import('./SharedTooltip').then((module) => module.SharedTooltip))

/** The keys that move the focus, as far as the person means to look around with it. */
const movingKeys = new Set([
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

/** Milliseconds that the pointer rests on something before it is explained. */
const restMs = 400

interface Explained {
  target: HTMLElement
  label: string
}

/**
 * Shows the text of `data-tooltip`, or where that is empty the element's name, for whatever the pointer rests on or a key
 * moves the focus to; not where the page moves it by itself, as on opening. One for the whole page, so that a thousand
 * buttons need no tooltips of their own; its code is loaded with the first one. Escape or a press hides it.
 */
export function TooltipHost() {
  const [explained, setExplained] = useState<Explained | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isMoving = false
    let isShown = false
    const end = new AbortController()
    const on = <Type extends keyof DocumentEventMap>(
      type: Type,
      listener: (event: DocumentEventMap[Type]) => void,
    ) => document.addEventListener(type, listener, { capture: true, signal: end.signal })

    function hide() {
      clearTimeout(timer)
      // Each event of scrolling comes here.
      if (isShown) setExplained(null)
      isShown = false
    }

    function show({ target }: Event, afterMs: number) {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
      hide()
      const label = element?.dataset['tooltip'] || element?.getAttribute('aria-label')
      if (!element || !label) return
      timer = setTimeout(() => {
        isShown = true
        setExplained({ target: element, label })
      }, afterMs)
    }

    on('pointerover', (event) => {
      if (event.pointerType === 'mouse') show(event, restMs)
    })
    on('focusin', (event) => {
      if (isMoving && event.target instanceof Element && event.target.matches(':focus-visible'))
        show(event, 0)
      else hide()
    })
    on('focusout', hide)
    on('pointerdown', () => {
      isMoving = false
      hide()
    })
    on('scroll', hide)
    on('keydown', (event) => {
      isMoving = movingKeys.has(event.key)
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
