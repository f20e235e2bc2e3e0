import { Badge } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useComponentWords } from '../i18n/use-component-words'
import classes from './StatusPill.module.css'

type Tone = 'good' | 'bad' | 'moving' | 'off'

const tones: ReadonlyMap<string, Tone> = new Map([
  ['running', 'good'],
  ['abnormal', 'bad'],
  ['some_abnormal', 'bad'],
  ['unusual', 'bad'],
  ['starting', 'moving'],
  ['startting', 'moving'],
  ['stopping', 'moving'],
  ['checking', 'moving'],
  ['creating', 'moving'],
  ['upgrade', 'moving'],
])

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
      data-tone={tones.get(status ?? '') ?? 'off'}
      leftSection={<span className={classes['dot']} />}
    >
      <span className={classes['prefix']}>{`${t('statusOf')} `}</span>
      <span className={classes['word']}>{words.status(status ?? 'unknown')}</span>
    </Badge>
  )
}
