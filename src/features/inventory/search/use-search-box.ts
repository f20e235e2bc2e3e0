import { useCombobox } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { type ChangeEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { parseTerms, typedTerm } from '../query/parse-terms'
import type { QueryProblem } from '../query/query'
import { type BoxText, boxTextOf, finished, searchOf, typedOn } from './box-text'
import { type Known, type Suggestion, suggestionsFor } from './completion'

/**
 * Handles the box of a search, after the ARIA pattern of an editable combobox with list autocompletion. A blank or Enter
 * makes a chip of a filter that is typed, Backspace in the empty field removes the last one. What an input method still
 * composes is searched for, but never finished. The search may also be changed from outside.
 */
export function useSearchBox(search: string, onSearch: (search: string) => void, known: Known) {
  const store = useCombobox()
  const listId = useId()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [isTyping, setIsTyping] = useState(false)
  const [own, setOwn] = useState(() => ({ ...boxTextOf(search), search }))
  if (own.search !== search) {
    setOwn({ ...boxTextOf(search), search })
    setIsTyping(false)
  }

  const { typed, chips } = own
  const isOpen = store.dropdownOpened
  const { list, isSure } = useMemo(
    () => (isOpen ? suggestionsFor(typed, known) : { list: [], isSure: false }),
    [isOpen, typed, known],
  )

  function take(box: BoxText) {
    const next = searchOf(box)
    setOwn({ ...box, search: next })
    if (next !== search) onSearch(next)
  }

  function close() {
    store.closeDropdown()
    setActiveId(null)
  }

  function finish() {
    close()
    setIsTyping(false)
    take(finished({ chips, typed }))
  }

  function handleChange({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLInputElement>) {
    const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
    const box = { chips, typed: isComposing ? value : value.trimStart() }
    store.openDropdown()
    store.resetSelectedOption()
    setActiveId(null)
    setIsTyping(true)
    take(isComposing ? box : typedOn(box))
  }

  function choose({ text, isWhole }: Suggestion) {
    if (isWhole) close()
    setIsTyping(!isWhole)
    const box = { chips, typed: text }
    take(isWhole ? finished(box) : box)
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (handleKey(event.key)) event.preventDefault()
  }

  function handleKey(key: string): boolean {
    const isListed = isOpen && list.length > 0
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (isListed)
          setActiveId(key === 'ArrowDown' ? store.selectNextOption() : store.selectPreviousOption())
        else store.openDropdown('keyboard')
        return true
      case 'Enter':
        if (isListed && store.getSelectedOptionIndex() >= 0) store.clickSelectedOption()
        else finish()
        return true
      case 'Escape':
        if (isListed) close()
        else take({ chips, typed: '' })
        return true
      case 'Backspace':
        if (typed !== '') return false
        take({ chips: chips.slice(0, -1), typed })
        return true
      default:
        return false
    }
  }

  return {
    store,
    listId,
    activeId,
    setActiveId,
    chips,
    typed,
    suggestions: list,
    isSure,
    problems: problemsIn(typed, isTyping),
    choose,
    finish,
    handleChange,
    handleKeyDown,
    handleCompositionEnd: () => take(typedOn({ chips, typed })),
    open: () => store.openDropdown('mouse'),
    remove: (at: number) => take({ chips: chips.filter((_, index) => index !== at), typed }),
    clear: () => take({ chips: [], typed: '' }),
  }
}

/** Of a part that is still typed, nothing is said yet. */
function problemsIn(typed: string, isTyping: boolean): readonly QueryProblem[] {
  const { text: open } = isTyping ? typedTerm(typed) : { text: '' }
  const terms = parseTerms(typed)
  const done = open === '' ? terms : terms.slice(0, -1)
  return done.flatMap((term) => (term.kind === 'problem' ? [term.problem] : []))
}
