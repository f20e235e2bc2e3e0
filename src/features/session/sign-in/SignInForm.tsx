import { Button, PasswordInput } from '@mantine/core'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { asApiError } from '../../../api/errors/errors'
import { signIn } from '../../../api/resources/session'
import { useTask } from '../../../lib/use-task'
import { SignInRefusal } from './SignInRefusal'
import classes from '../session.module.css'
import { useSessionLife } from '../use-session'

interface SignInFormProps {
  /** Filled in at the start; null outside of the demo. */
  demoToken: string | null
  /** False where something else is the usual way in. */
  isPrimary?: boolean
}

/** Asks for an access token. The typed token stays when it is refused. */
export function SignInForm({ demoToken, isPrimary = true }: SignInFormProps) {
  const t = useTranslations('signIn')
  const life = useSessionLife()
  const field = useRef<HTMLInputElement>(null)
  const [token, setToken] = useState(demoToken ?? '')
  const [isShown, setIsShown] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const { start, isRunning, error, startedAt } = useTask(
    async (text: string) => life.begin(await signIn(text)),
    () => field.current?.focus(),
  )

  // The page has no other purpose.
  useEffect(() => field.current?.focus(), [])

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    const text = token.trim()
    setIsEmpty(text === '')
    if (text === '') field.current?.focus()
    else if (!isRunning) start(text)
  }

  return (
    <form className={classes['form']} onSubmit={handleSubmit} noValidate>
      <PasswordInput
        ref={field}
        className={classes['token'] ?? ''}
        size="md"
        label={<span>{t('token')}</span>}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        error={
          isEmpty ? (
            <span>{t('failed.empty')}</span>
          ) : (
            error !== null && <SignInRefusal key={startedAt} error={asApiError(error)} />
          )
        }
        aria-invalid={isEmpty || error !== null || undefined}
        errorProps={{ role: 'alert' }}
        visible={isShown}
        onVisibilityChange={setIsShown}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': isShown ? t('hide') : t('show') }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <Button
        type="submit"
        variant={isPrimary ? 'filled' : 'default'}
        size="md"
        fullWidth
        aria-busy={isRunning || undefined}
        aria-disabled={isRunning}
      >
        {isRunning ? t('submitting') : t('submit')}
      </Button>
    </form>
  )
}
