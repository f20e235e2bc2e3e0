import { Button } from '@mantine/core'
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { asApiError } from '../../api/errors/errors'
import { signIn } from '../../api/resources/session'
import { useTask } from '../../lib/use-task'
import { SignInRefusal } from './SignInRefusal'
import classes from './session.module.css'
import { useSessionLife } from './use-session'

interface SignInFormProps {
  /** Filled in at the start; null outside of the demo. */
  demoToken: string | null
}

/** Asks for an access token. The typed token stays when it is refused. */
export function SignInForm({ demoToken }: SignInFormProps) {
  const t = useTranslations('session')
  const life = useSessionLife()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [token, setToken] = useState(demoToken ?? '')
  const [isShown, setIsShown] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const { start, isRunning, error, startedAt } = useTask(
    async (text: string) => life.begin(await signIn(text)),
    () => field.current?.focus(),
  )
  const isRefused = isEmpty || error !== null

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
      <label className={classes['label']} htmlFor={id}>
        {t('token')}
      </label>
      <div className={classes['field']}>
        <input
          ref={field}
          id={id}
          className={classes['input']}
          type={isShown ? 'text' : 'password'}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          aria-invalid={isRefused || undefined}
          aria-describedby={isRefused ? `${id}-refusal` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button
          type="button"
          className={classes['toggle']}
          aria-label={isShown ? t('hide') : t('show')}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          <EyeIcon isCrossed={isShown} />
        </button>
      </div>
      <div id={`${id}-refusal`} className={classes['refusal']} role="alert">
        {isEmpty
          ? t('failed.empty')
          : error !== null && <SignInRefusal key={startedAt} error={asApiError(error)} />}
      </div>
      <Button type="submit" variant="filled" aria-busy={isRunning || undefined} aria-disabled={isRunning}>
        {isRunning ? t('submitting') : t('submit')}
      </Button>
    </form>
  )
}

function EyeIcon({ isCrossed }: { isCrossed: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden
    >
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
      <circle cx="12" cy="12" r="3" />
      {isCrossed && <path d="M4 4l16 16" />}
    </svg>
  )
}
