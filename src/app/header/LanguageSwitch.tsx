import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { StaleNote } from '../../components/notes/StaleNote'
import { useLanguage } from '../../i18n/LanguageProvider'
import { languageNames, languages } from '../../i18n/language'
import classes from './Header.module.css'

/** Keeps the language, and shows a note, when the messages of the other one can't be fetched. */
export function LanguageSwitch() {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  const [isBusy, setIsBusy] = useState(false)
  const [isMissing, setIsMissing] = useState(false)

  async function handleChange(name: string) {
    const chosen = languages.find((known) => known === name)
    if (!chosen) return
    setIsBusy(true)
    try {
      await setLanguage(chosen)
      setIsMissing(false)
    } catch {
      setIsMissing(true)
    }
    setIsBusy(false)
  }

  return (
    <>
      <select
        className={classes['select']}
        aria-label={t('language')}
        aria-busy={isBusy || undefined}
        value={language}
        onChange={(event) => void handleChange(event.currentTarget.value)}
      >
        {languages.map((known) => (
          <option key={known} value={known} lang={languageNames[known].tag}>
            {languageNames[known].name}
          </option>
        ))}
      </select>
      {isMissing && <StaleNote onDismiss={() => setIsMissing(false)} />}
    </>
  )
}
