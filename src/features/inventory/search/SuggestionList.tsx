import type { ComboboxStore } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { OptionsDropdown } from '../../../components/combobox/OptionsDropdown'
import type { Suggestion } from './completion'

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
export function SuggestionList({ suggestions, isSure, onActive, ...props }: SuggestionListProps) {
  const t = useTranslations('inventory.search')
  const options = useMemo(() => suggestions.map((each) => ({ ...each, id: each.text })), [suggestions])
  return (
    <OptionsDropdown
      {...props}
      label={t('suggestions')}
      details="beside"
      options={options}
      onShown={() => {
        if (isSure) onActive(props.store.selectFirstOption())
      }}
    />
  )
}
