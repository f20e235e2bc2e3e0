import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { languageNames, languages } from '../i18n/language'
import { useLanguage } from '../i18n/LanguageProvider'
import classes from './Header.module.css'

/** Chooses the language. It stays what it was when the other words cannot be fetched. */
export function LanguageSwitch() {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  const [isBusy, setIsBusy] = useState(false)
  return (
    <select
      className={classes['select']}
      aria-label={t('language')}
      aria-busy={isBusy || undefined}
      value={language}
      onChange={(event) => {
        const chosen = languages.find((known) => known === event.currentTarget.value)
        if (!chosen) return
        setIsBusy(true)
        setLanguage(chosen)
          .catch(() => undefined)
          .finally(() => setIsBusy(false))
      }}
    >
      {languages.map((known) => (
        <option key={known} value={known} lang={languageNames[known].tag}>
          {languageNames[known].name}
        </option>
      ))}
    </select>
  )
}
