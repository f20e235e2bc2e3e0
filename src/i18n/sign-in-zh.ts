import type { Words } from './language'
import { signInZh } from './messages/zh/sign-in'
import type { messages as en } from './sign-in-en'

export const messages = { signIn: signInZh } as const satisfies Words<typeof en>
