import { useCombobox } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { rankMatches } from '../../lib/text/rank-matches'
import type { Choice } from '../choice'
import { nextIndex } from './next-index'

/** Whether the choices are there; `failed` lets them be asked for again. */
export type ChoicesStatus = 'loading' | 'failed' | 'ready'

interface ComboBoxState {
  choices: readonly Choice[]
  chosenId: string | undefined
  status: ChoicesStatus
  onChoose: (id: string) => void
  onRetry: () => void
}

/**
 * Handles the keys and clicks of a picker, after the ARIA pattern of an editable combobox with list autocompletion: the
 * first match is active while one types; arrows, Home, End and Page keys move; Enter chooses; Escape and leaving restore
 * the name. Enter before the choices have come is kept until they are there. Keys that belong to an input method
 * (choosing a Chinese word by Enter) are left to it.
 */
export function useComboBox({ choices, chosenId, status, onChoose, onRetry }: ComboBoxState) {
  const store = useCombobox()
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [isEnterKept, setIsEnterKept] = useState(false)
  const matches = useMemo(() => rankMatches(choices, typed ?? ''), [choices, typed])
  const isOpen = store.dropdownOpened

  function close() {
    store.closeDropdown()
    setTyped(null)
    setActiveId(null)
    setIsEnterKept(false)
  }

  function type(text: string) {
    store.openDropdown()
    setTyped(text)
    setIsEnterKept(false)
  }

  function choose(choice: Choice | undefined) {
    if (choice === undefined || choice.blocked !== undefined) return
    close()
    if (choice.id !== chosenId) onChoose(choice.id)
  }

  /** Chooses the active option; before the options are shown, the first match of what is typed. */
  function chooseActive() {
    if (store.getSelectedOptionIndex() >= 0) store.clickSelectedOption()
    else if (typed !== null && typed !== '') choose(matches[0])
  }

  function enter() {
    if (status === 'failed') onRetry()
    else if (status === 'loading') setIsEnterKept(true)
    else chooseActive()
  }

  const takeKept = useEffectEvent(() => chooseActive())
  useEffect(() => {
    if (!isEnterKept || status !== 'ready') return
    const soon = setTimeout(() => takeKept())
    return () => clearTimeout(soon)
  }, [isEnterKept, status])

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    const isDone = isOpen ? handleOpenKey(event.key) : handleClosedKey(event.key)
    if (isDone) event.preventDefault()
  }

  function handleClosedKey(key: string): boolean {
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return false
    store.openDropdown('keyboard')
    return true
  }

  function handleOpenKey(key: string): boolean {
    if (key === 'Enter') enter()
    else if (key === 'Escape') close()
    else {
      const options = document.getElementById(listId)?.querySelectorAll('[role="option"]') ?? []
      const last = options.length - 1
      const index = nextIndex(key, store.getSelectedOptionIndex(), last)
      if (index === null) return false
      if (last >= 0) store.selectOption(index)
      setActiveId(options[index]?.id ?? null)
    }
    return true
  }

  return { store, listId, isOpen, typed, matches, activeId, setActiveId, close, type, choose, handleKeyDown }
}
