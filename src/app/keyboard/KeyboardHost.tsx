import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { lazyPart } from '../../components/lazy-part'
import { useTranslations } from 'use-intl'
import { withLaterMessages } from '../../i18n/later-messages'
import { useCommands } from '../../lib/commands'
import { isForPage, pressShortcut } from '../../lib/dom/key-shortcuts'

const KeyboardHelp = lazyPart(
  withLaterMessages(() => import('./KeyboardHelp').then((module) => module.KeyboardHelp)),
)

/**
 * Listens for the single keys of the page. Each belongs to the control that declares it by `aria-keyshortcuts`, wherever
 * that is; `?` lists them all, and its dialog is loaded on first use.
 */
export function KeyboardHost() {
  const t = useTranslations('app')
  /** What had the focus before; null while the list is closed. */
  const [opener, setOpener] = useState<Element | null>(null)
  useCommands([
    {
      id: 'keys',
      group: 'general',
      name: t('keyboard'),
      keys: '?',
      run: () => setOpener(document.activeElement),
    },
  ])

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.repeat || event.key.length !== 1 || !isForPage(event)) return
      if (event.key === '?') setOpener(document.activeElement)
      else if (!pressShortcut(event.key.toLowerCase())) return
      event.preventDefault()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])

  // The focus can't leave the dialog before it is closed.
  function close() {
    flushSync(() => setOpener(null))
    if (opener instanceof HTMLElement) opener.focus()
  }

  return opener ? <KeyboardHelp onClose={close} onDismiss={close} /> : null
}
