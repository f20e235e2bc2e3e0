import { Input } from '@mantine/core'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { type RefObject, useEffect } from 'react'
import { useCommands } from '../../lib/commands'
import classes from './SearchList.module.css'

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>
  label: string
  describedBy: string
  typed: string
  onType: (text: string) => void
  onEnter: () => void
}

/** A field above a list. It has the focus at first, and again after `/` is pressed; Escape empties it. */
export function SearchField({ field, label, describedBy, typed, onType, onEnter }: SearchFieldProps) {
  useEffect(() => {
    // On a touch screen the keyboard would cover the list; and whoever is in another field stays there.
    const hasKeyboard = window.matchMedia('(pointer: fine)').matches
    if (hasKeyboard && document.activeElement === document.body) field.current?.focus({ preventScroll: true })
  }, [field])

  useCommands([{ id: 'search', group: 'view', name: label, keys: '/', run: () => field.current?.select() }])

  return (
    <Input
      ref={field}
      // The description would be replaced by that of a wrapper.
      withAria={false}
      className={classes['search'] ?? ''}
      type="search"
      size="md"
      aria-label={label}
      aria-describedby={describedBy}
      aria-keyshortcuts="/"
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.75} />}
      rightSection={typed === '' && <kbd className={classes['key']}>/</kbd>}
      rightSectionPointerEvents="none"
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter()
        if (event.key === 'Escape' && typed !== '') onType('')
        // Here already: no name begins with it.
        if (event.key === '/' && typed === '') event.preventDefault()
      }}
    />
  )
}
