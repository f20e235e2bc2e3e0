import { lazyPart } from '../../components/lazy-part'
import { withLaterMessages } from '../../i18n/later-messages'

// What is shown to people who aren't signed in, or no longer: most page loads need none of it.

export const SignInPage = lazyPart(
  withLaterMessages(() => import('./sign-in/SignInPage').then((module) => module.SignInPage), 'sign-in'),
)

export const ExpiredDialog = lazyPart(
  withLaterMessages(
    () => import('./sign-in/ExpiredDialog').then((module) => module.ExpiredDialog),
    'sign-in',
  ),
)
