import { Button, Group, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatFilter } from '../query/format-query'
import { parseTerms } from '../query/parse-terms'
import type { FilterKey } from '../query/query'

interface WrittenValuesProps {
  filterKey: FilterKey
  values: readonly string[]
  onValues: (values: readonly string[]) => void
}

/** A field for ports and ranges of ports, or for a part of a text. */
export function WrittenValues({ filterKey: key, values, onValues }: WrittenValuesProps) {
  const t = useTranslations('inventory.search')
  const [typed, setTyped] = useState(values.join(', '))
  const [isWrong, setIsWrong] = useState(false)

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    const text = typed.trim()
    const written = key === 'port' ? [text] : text.split(/[,，]/).map((value) => value.trim())
    const [term] = parseTerms(formatFilter({ key, isNegated: false, values: written }))
    if (term?.kind === 'problem' && text !== '') setIsWrong(true)
    else onValues(term?.kind === 'filter' ? term.filter.values : [])
  }

  return (
    <form onSubmit={handleSubmit}>
      <TextInput
        label={t(key === 'port' ? 'ports' : 'texts')}
        error={isWrong && t('portsWrong')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setIsWrong(false)
        }}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <Group justify="flex-end" mt="sm">
        {values.length > 0 && <Button onClick={() => onValues([])}>{t('removeColumn')}</Button>}
        <Button type="submit" variant="filled">
          {t('apply')}
        </Button>
      </Group>
    </form>
  )
}
