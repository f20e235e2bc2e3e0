import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { asApiError } from '../../../api/errors/errors'
import { signIn } from '../../../api/resources/session'
import { useTask } from '../../../lib/use-task'
import { SignInRefusal } from './SignInRefusal'
import classes from '../session.module.css'
import { useSessionLife } from '../use-session'

/** Enters the demo with its token in one click. */
export function EnterDemo({ token }: { token: string }) {
  const t = useTranslations('signIn')
  const life = useSessionLife()
  const { start, isRunning, error, startedAt } = useTask(async () => life.begin(await signIn(token)))
  return (
    <div className={classes['enter']}>
      <Button
        variant="filled"
        size="md"
        fullWidth
        onClick={() => !isRunning && start()}
        aria-busy={isRunning || undefined}
        aria-disabled={isRunning}
      >
        {t('enterDemo')}
      </Button>
      <div className={classes['refusal']} role="alert">
        {error !== null && <SignInRefusal key={startedAt} error={asApiError(error)} />}
      </div>
    </div>
  )
}
