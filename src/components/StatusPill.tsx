import { Badge } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useComponentWords } from '../i18n/use-component-words'
import classes from './StatusPill.module.css'
import { statusTone } from './status-tone'

interface StatusPillProps {
  /** As Rainbond names it; null or undefined if the cluster didn't report it. */
  status: string | null | undefined
}

/** The status of a component in a word and a colour. Screen readers hear what the word is about. */
export function StatusPill({ status }: StatusPillProps) {
  const t = useTranslations('ports')
  const words = useComponentWords()
  return (
    <Badge
      className={classes['pill'] ?? ''}
      classNames={{ label: classes['label'] ?? '' }}
      data-tone={statusTone(status)}
      leftSection={<span className={classes['dot']} />}
    >
      <span className={classes['prefix']}>{`${t('statusOf')} `}</span>
      <span className={classes['word']}>{words.status(status ?? 'unknown')}</span>
    </Badge>
  )
}
