import { type RefObject, useEffect, useRef, useState } from 'react'
import { contentId, useKeptFocus } from '../../../../lib/dom/focus'

interface RegionFocus {
  region: RefObject<HTMLElement | null>
  isFocused: boolean
  /** Returns the focus to where it came from, if the region has it. */
  leave: () => void
}

/** Knows whether a region has the focus, and where it came from; keeps it there when what had it is replaced. */
export function useRegionFocus(): RegionFocus {
  const region = useKeptFocus<HTMLElement>()
  const origin = useRef<Element | null>(null)
  const [isFocused, setIsFocused] = useState(false)

  useEffect(() => {
    const element = region.current
    if (!element) return
    const isWithin = (target: EventTarget | null) => target instanceof Node && element.contains(target)
    const enter = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !isWithin(relatedTarget)) origin.current = relatedTarget
      setIsFocused(true)
    }
    const exit = ({ relatedTarget }: FocusEvent) => setIsFocused(isWithin(relatedTarget))
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', exit)
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', exit)
    }
  }, [region])

  function leave() {
    if (!region.current?.contains(document.activeElement)) return
    const place = origin.current?.isConnected === true ? origin.current : document.getElementById(contentId)
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  }

  return { region, isFocused, leave }
}
