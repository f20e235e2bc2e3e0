import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useNotices } from '../../use-engine'
import { lastWith } from '../offers'
import { undoKeyOf } from '../undo-keys'

interface NoticeKeysParts {
  region: RefObject<HTMLElement | null>
  /** Returns the focus to where it was before. */
  leave: () => void
  /** While a person is asked about a plan, the dialog has the keys. */
  isAsked: boolean
}

/**
 * Keys of the notices: Ctrl+Z and Ctrl+Shift+Z undo and redo the last change, F6 moves the focus to the notices and back,
 * Escape back.
 */
export function useNoticeKeys({ region, leave, isAsked }: NoticeKeysParts): void {
  const notices = useNotices()

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isAsked || document.querySelector('[aria-modal="true"]')) return
    const isInside = event.target instanceof Node && region.current?.contains(event.target) === true
    if (event.key === 'F6') {
      const first = region.current?.querySelector<HTMLElement>('button, a')
      if (!first) return
      event.preventDefault()
      if (isInside) leave()
      else first.focus()
    } else if (event.key === 'Escape' && isInside) {
      leave()
    } else {
      const asked = undoKeyOf(event)
      const notice = asked && lastWith(notices.list(), asked)
      if (!notice) return
      event.preventDefault()
      notices.undo(notice.id)
    }
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event)
    // After whoever listens to the document.
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
