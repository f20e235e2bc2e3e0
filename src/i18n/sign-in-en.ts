import { signInEn } from './messages/en/sign-in'

/** What signing in says in English: loaded with it, as most page loads need none of it. */
export const messages = { signIn: signInEn } as const
