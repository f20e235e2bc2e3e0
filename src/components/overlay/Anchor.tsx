import { type Ref, useLayoutEffect } from 'react'

interface AnchorProps {
  /** An element of another part of the page. */
  element: HTMLElement
  /** Set by the target of Mantine's Popover or Menu. */
  ref?: Ref<HTMLElement>
}

/** Lets Mantine's `Popover.Target` and `Menu.Target` place something beside an element that they don't contain. */
export function Anchor({ element, ref }: AnchorProps) {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return
    const release = ref(element)
    return () => {
      if (typeof release === 'function') release()
      else ref(null)
    }
  }, [element, ref])
  return null
}
