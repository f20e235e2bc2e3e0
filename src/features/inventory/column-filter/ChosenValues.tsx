import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { plainText, visibleText } from '../../../lib/text/clean-text'
import type { KnownValue } from '../search/completion'

/** Fewer are seen at a glance. */
const searchedFrom = 10
/** More would be slow to open, and nobody reads on: typing finds the rest. */
const mostShown = 100

interface ChosenValuesProps {
  values: readonly string[]
  known: readonly KnownValue[]
  onValues: (values: readonly string[]) => void
}

/** Values to check. Those that somebody wrote in the box are among them. */
export function ChosenValues({ values, known, onValues }: ChosenValuesProps) {
  const t = useTranslations('inventory.search')
  const [typed, setTyped] = useState('')
  const written = values
    .filter((value) => !known.some((each) => each.value === value))
    .map((value) => ({ value, label: value }))
  const start = plainText(typed).toLowerCase()
  const found = [...written, ...known].filter(
    ({ value, label }) => values.includes(value) || label.toLowerCase().includes(start),
  )
  return (
    <Stack gap="xs">
      {known.length >= searchedFrom && (
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {found.slice(0, mostShown).map(({ value, label }) => (
        <Checkbox
          key={value}
          label={visibleText(label)}
          checked={values.includes(value)}
          onChange={({ currentTarget: { checked } }) =>
            onValues(checked ? [...values, value] : values.filter((each) => each !== value))
          }
        />
      ))}
      {found.length > mostShown && <span>{t('more', { count: found.length - mostShown })}</span>}
    </Stack>
  )
}
