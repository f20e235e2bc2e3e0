import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { lazyPart } from '../../components/lazy-part'
import { isForPage, pressShortcut } from '../../lib/dom/key-shortcuts'

const KeyboardHelp = lazyPart(() => import('./KeyboardHelp').then((module) => module.KeyboardHelp))

/**
 * Listens for the single keys of the page. Each belongs to the control that declares it by `aria-keyshortcuts`, wherever
 * that is; `?` lists them all, and its dialog is loaded on first use.
 */
export function KeyboardHost() {
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<Element | null>(null)

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.repeat || event.key.length !== 1 || !isForPage(event)) return
      if (event.key === '?') {
        opener.current = document.activeElement
        setIsOpen(true)
      } else if (!pressShortcut(event.key.toLowerCase())) return
      event.preventDefault()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])

  // The focus can't leave the dialog before it is closed.
  function close() {
    flushSync(() => setIsOpen(false))
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }

  return isOpen ? <KeyboardHelp onClose={close} onDismiss={close} /> : null
}
