import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { isInputMethodKey } from '../../lib/dom/input-method'
import { rankMatches } from '../../lib/text/rank-matches'
import type { Choice } from '../choice'

/** Whether the choices are there; `failed` lets them be asked for again. */
export type ChoicesStatus = 'loading' | 'failed' | 'ready'

interface ComboBoxState {
  choices: readonly Choice[]
  chosenId: string | undefined
  status: ChoicesStatus
  onChoose: (id: string) => void
  onRetry: () => void
}

const pageLength = 8

/**
 * What a picker does with keys and clicks, after the ARIA pattern of an editable combobox with list autocompletion: the
 * first match is active while one types; arrows, Home, End and Page keys move; Enter chooses; Escape and leaving restore
 * the name. Enter before the choices have come is kept until they are there. Keys that belong to an input method
 * (choosing a Chinese word by Enter) are left to it.
 */
export function useComboBox({ choices, chosenId, status, onChoose, onRetry }: ComboBoxState) {
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [movedTo, setMovedTo] = useState<string | null>(null)
  const [isEnterKept, setIsEnterKept] = useState(false)

  const matches = useMemo(() => rankMatches(choices, typed ?? ''), [choices, typed])
  const active = activeIndex(matches, movedTo, typed, chosenId)

  function open() {
    setIsOpen(true)
  }

  function close() {
    setIsOpen(false)
    setTyped(null)
    setMovedTo(null)
    setIsEnterKept(false)
  }

  function type(text: string) {
    setIsOpen(true)
    setTyped(text)
    setMovedTo(null)
    setIsEnterKept(false)
  }

  function choose(choice: Choice | undefined) {
    if (choice === undefined || choice.blocked !== undefined) return
    close()
    if (choice.id !== chosenId) onChoose(choice.id)
  }

  function moveTo(index: number) {
    const last = matches.length - 1
    const wrapped = index < 0 ? last : index > last ? 0 : index
    setMovedTo(matches[wrapped]?.id ?? null)
  }

  function enter() {
    if (status === 'failed') onRetry()
    else if (status === 'loading') setIsEnterKept(true)
    else choose(matches[active])
  }

  const takeKept = useEffectEvent(() => choose(matches[active]))
  useEffect(() => {
    if (!isEnterKept || status !== 'ready') return
    const soon = setTimeout(() => takeKept())
    return () => clearTimeout(soon)
  }, [isEnterKept, status])

  function handleKeyDown(event: KeyboardEvent) {
    if (isInputMethodKey(event.nativeEvent) || event.ctrlKey || event.metaKey) return
    const done = isOpen ? handleOpenKey(event.key) : handleClosedKey(event.key)
    if (done) event.preventDefault()
  }

  function handleClosedKey(key: string): boolean {
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return false
    open()
    return true
  }

  function handleOpenKey(key: string): boolean {
    switch (key) {
      case 'ArrowDown':
        moveTo(active + 1)
        return true
      case 'ArrowUp':
        moveTo(active === -1 ? matches.length - 1 : active - 1)
        return true
      case 'Home':
        moveTo(0)
        return true
      case 'End':
        moveTo(matches.length - 1)
        return true
      case 'PageDown':
        moveTo(Math.min(active + pageLength, matches.length - 1))
        return true
      case 'PageUp':
        moveTo(Math.max(active - pageLength, 0))
        return true
      case 'Enter':
        enter()
        return true
      case 'Escape':
        close()
        return true
      default:
        return false
    }
  }

  return { isOpen, typed, matches, active, open, close, type, choose, handleKeyDown }
}

/** Where the mark stands: where the person moved it, else on the first match of what is typed, else on what is chosen. */
function activeIndex(
  matches: readonly Choice[],
  movedTo: string | null,
  typed: string | null,
  chosenId: string | undefined,
): number {
  const moved = movedTo === null ? -1 : matches.findIndex((choice) => choice.id === movedTo)
  if (moved >= 0) return moved
  if (typed !== null && typed !== '') return matches.length > 0 ? 0 : -1
  return matches.findIndex((choice) => choice.id === chosenId)
}
