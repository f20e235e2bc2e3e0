import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { type ReactNode, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../components/IconButton'
import { lazyPart } from '../../components/lazy-part'
import { withLaterMessages } from '../../i18n/later-messages'
import { EarlyPalette, type EarlyTyping } from './EarlyPalette'
import { isPaletteKey, paletteKeys } from './palette-keys'

const Palette = lazyPart(
  withLaterMessages(() => import('./Palette').then((module) => module.Palette)),
  EarlyPalette,
)

const nothingTyped: EarlyTyping = { typed: '', isEntered: false }

interface PaletteButtonProps {
  /** Offers further commands (`useCommands`) from the first opening on. */
  children: ReactNode
}

/** Opens the command palette, as Ctrl+K or ⌘K does on every page. What is typed before it is loaded isn't lost. */
export function PaletteButton({ children }: PaletteButtonProps) {
  const t = useTranslations('app')
  const opener = useRef<Element | null>(null)
  const [early, setEarly] = useState<EarlyTyping | null>(null)
  const [isUsed, setIsUsed] = useState(false)

  function open() {
    opener.current = document.activeElement
    setEarly(nothingTyped)
    setIsUsed(true)
  }

  // The focus can't leave the dialog before it is closed.
  function close() {
    flushSync(() => setEarly(null))
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isPaletteKey(event)) return
    // Firefox would go to its search bar.
    event.preventDefault()
    if (early) close()
    // Whoever is asked something answers that first.
    else if (!event.repeat && !document.querySelector('[aria-modal="true"], dialog[open]')) open()
  })
  // Before anybody sees the button, and may believe that its keys are heard.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return (
    <>
      <IconButton
        label={t('palette')}
        data-tooltip={`${t('palette')} (${paletteKeys.shown})`}
        aria-keyshortcuts={paletteKeys.aria}
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconSearch size={18} stroke={1.75} />
      </IconButton>
      {isUsed && children}
      {early && <Palette early={early} onEarly={setEarly} onClose={close} onDismiss={() => setEarly(null)} />}
    </>
  )
}
