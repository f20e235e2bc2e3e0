import IconLogout from '@tabler/icons-react/icons/IconLogout'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { asApiError } from '../../api/errors/errors'
import { IconButton } from '../../components/IconButton'
import { useErrorWords } from '../../i18n/use-error-words'
import { useCommands } from '../../lib/commands'
import { mayLeave } from '../../lib/navigation/navigation-guard'
import { visibleText } from '../../lib/text/clean-text'
import { useTask } from '../../lib/use-task'
import { hasUnsentCalls } from '../change/engines'
import classes from './session.module.css'
import { useSessionLife, useWorker } from './use-session'

/** Shows who is signed in, and signs out; asks first while something is unsaved or unsent. */
export function Account() {
  const t = useTranslations('session')
  const client = useQueryClient()
  const life = useSessionLife()
  const worker = useWorker()
  const words = useErrorWords()
  const { start, isRunning, error } = useTask(async () => {
    const cutsPlan = hasUnsentCalls(client)
    if ((!cutsPlan || window.confirm(t('leavePlan'))) && (await mayLeave())) await life.end()
  })
  const name = worker && visibleText(worker.real_name || worker.nick_name)
  useCommands(
    name === null
      ? []
      : [{ id: 'sign-out', group: 'general', name: t('signOut'), detail: name, run: () => start() }],
  )
  if (name === null) return null
  return (
    <div className={classes['account']}>
      <bdi className={classes['name']} title={t('as', { name })}>
        {name}
      </bdi>
      <IconButton
        label={isRunning ? t('signingOut') : t('signOut')}
        aria-disabled={isRunning}
        onClick={() => start()}
      >
        <IconLogout size={18} stroke={1.75} />
      </IconButton>
      {error !== null && (
        <span className={classes['refusal']} role="alert">
          {t('signOutFailed', { reason: words(asApiError(error)).message })}
        </span>
      )}
    </div>
  )
}
