import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { appName, componentName, teamName } from '../../api/names'
import classes from './exposure.module.css'
import type { NodePort } from './reading/exposure'

interface FreePortProps {
  taken: readonly NodePort[]
  /** Whether all that this person can see of the cluster has been read. */
  isWhole: boolean
}

/** Answers whether a node port is free, with what the answer can't know. */
export function FreePort({ taken, isWhole }: FreePortProps) {
  const t = useTranslations('exposure.nodePorts')
  const [typed, setTyped] = useState('')
  const text = typed.normalize('NFKC').trim()
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  const isValid = port >= 1 && port <= 65_535
  const holders = taken.filter(({ number }) => number === port)
  return (
    <div className={classes['free']}>
      <TextInput
        label={t('check')}
        placeholder="30022"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={text !== '' && !isValid && t('outOfRange')}
      />
      <div role="status" className={classes['answer']}>
        {isValid && (
          <>
            <strong>{t(holders.length > 0 ? 'taken' : 'notSeen', { port: text })}</strong>
            {holders.map((holder) => (
              <span key={holder.id}>{holderName(holder)}</span>
            ))}
            {holders.length === 0 && !isWhole && <span>{t('unread')}</span>}
            {holders.length === 0 && <span>{t('caveat')}</span>}
          </>
        )}
      </div>
    </div>
  )
}

function holderName({ team, app, target }: NodePort): string {
  const names = [team && teamName(team), appName(app), target && componentName(target.component)]
  return names.filter(Boolean).join(' / ')
}
