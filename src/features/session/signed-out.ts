import { lazyPart } from '../../components/lazy-part'

// What is shown to people who aren't signed in, or no longer: most page loads need none of it.

export const SignInPage = lazyPart(() => import('./sign-in/SignInPage').then((module) => module.SignInPage))

export const ExpiredDialog = lazyPart(() =>
  import('./sign-in/ExpiredDialog').then((module) => module.ExpiredDialog),
)
