import { useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { StaleNote } from '../../components/notes/StaleNote'
import { useLanguage } from '../../i18n/LanguageProvider'
import { languageNames, languages } from '../../i18n/language'
import { type Command, useCommands } from '../../lib/commands'

export const colorSchemes = ['auto', 'light', 'dark'] as const

/** Offers each other language and colour scheme as a command. Shows a note where a language couldn't be fetched. */
export function DisplayCommands() {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isMissing, setIsMissing] = useState(false)
  const spoken = languages
    .filter((other) => other !== language)
    .map((other): Command => {
      const run = () => void setLanguage(other).catch(() => setIsMissing(true))
      return { id: other, group: 'general', name: languageNames[other].name, detail: t('language'), run }
    })
  const seen = colorSchemes
    .filter((other) => other !== colorScheme)
    .map((other): Command => {
      const run = () => setColorScheme(other)
      return { id: other, group: 'general', name: t(`scheme.${other}`), detail: t('scheme.label'), run }
    })
  useCommands([...spoken, ...seen])
  return isMissing && <StaleNote onDismiss={() => setIsMissing(false)} />
}
