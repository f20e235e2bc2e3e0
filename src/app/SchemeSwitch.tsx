import { useMantineColorScheme } from '@mantine/core'
import { useTranslations } from 'use-intl'
import classes from './Header.module.css'

const schemes = ['auto', 'light', 'dark'] as const

/** Chooses light, dark, or what the system has. */
export function SchemeSwitch() {
  const t = useTranslations('app.scheme')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <select
      className={classes['select']}
      aria-label={t('label')}
      value={colorScheme}
      onChange={(event) => {
        const chosen = schemes.find((known) => known === event.currentTarget.value)
        if (chosen) setColorScheme(chosen)
      }}
    >
      {schemes.map((known) => (
        <option key={known} value={known}>
          {t(known)}
        </option>
      ))}
    </select>
  )
}
