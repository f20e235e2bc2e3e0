import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { chooseScheme, chosenScheme, colorSchemes, subscribeToScheme } from './color-scheme'
import classes from './Header.module.css'

export function SchemeSwitch() {
  const t = useTranslations('app.scheme')
  const scheme = useSyncExternalStore(subscribeToScheme, chosenScheme)
  return (
    <select
      className={classes['select']}
      aria-label={t('label')}
      value={scheme}
      onChange={(event) => {
        const chosen = colorSchemes.find((known) => known === event.currentTarget.value)
        if (chosen) chooseScheme(chosen)
      }}
    >
      {colorSchemes.map((known) => (
        <option key={known} value={known}>
          {t(known)}
        </option>
      ))}
    </select>
  )
}
