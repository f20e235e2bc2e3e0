import { useTranslations } from 'use-intl'
import type { ApiError } from '../../../api/errors/errors'
import { inOneText, useErrorWords } from '../../../i18n/use-error-words'
import { useCountdown } from '../../../lib/timers'
import { signInFailure } from './sign-in-failure'

/** Says why the sign-in failed, and what to do. */
export function SignInRefusal({ error }: { error: ApiError }) {
  const t = useTranslations('signIn')
  const te = useTranslations('errors')
  const words = useErrorWords()(error)
  const seconds = useCountdown(error.retryAfter ?? 0)
  const failure = signInFailure(error)
  return (
    <>
      <span>
        {failure === 'other'
          ? inOneText(words)
          : failure === 'throttled'
            ? t('failed.throttled', { seconds })
            : t(`failed.${failure}`)}
      </span>
      {failure !== 'wrong' && error.requestId !== undefined && (
        <small>{` ${te('requestId', { id: error.requestId })}`}</small>
      )}
    </>
  )
}
