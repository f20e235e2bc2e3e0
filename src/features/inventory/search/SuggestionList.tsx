import { Combobox, type ComboboxStore } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Anchor } from '../../../components/overlay/Anchor'
import { visibleText } from '../../../lib/text/clean-text'
import type { Suggestion } from './completion'
import classes from './suggestion-list.module.css'

interface SuggestionListProps {
  anchor: HTMLElement
  store: ComboboxStore
  listId: string
  suggestions: readonly Suggestion[]
  /** The first one is marked at once. */
  isSure: boolean
  onActive: (optionId: string | null) => void
  onChoose: (suggestion: Suggestion) => void
}

/** What opens below the box of a search: what the end of the text can become. */
export function SuggestionList(props: SuggestionListProps) {
  const { anchor, store, listId, suggestions, isSure, onActive, onChoose } = props
  const t = useTranslations('inventory.search')

  // The options have to be in the page already.
  const mark = useEffectEvent(() => {
    if (isSure) onActive(store.selectFirstOption())
  })
  useEffect(() => {
    const soon = requestAnimationFrame(() => mark())
    return () => cancelAnimationFrame(soon)
  }, [suggestions, isSure])

  return (
    <Combobox
      store={store}
      position="bottom-start"
      width="max-content"
      offset={4}
      onOptionSubmit={(text) => {
        const suggestion = suggestions.find((each) => each.text === text)
        if (suggestion) onChoose(suggestion)
      }}
    >
      <Combobox.Target>
        <Anchor element={anchor} />
      </Combobox.Target>
      {/* Keeps the focus in the field. */}
      <Combobox.Dropdown
        className={classes['dropdown'] ?? ''}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Combobox.Options id={listId} aria-label={t('suggestions')} className={classes['options'] ?? ''}>
          {suggestions.map(({ text, name, detail }) => (
            <Combobox.Option key={text} value={text} className={classes['option'] ?? ''}>
              <bdi className={classes['name']}>{visibleText(name)}</bdi>
              {detail !== null && <bdi className={classes['detail']}>{visibleText(detail)}</bdi>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
