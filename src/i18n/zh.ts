import type { messages as en } from './en'
import { appZh } from './messages/app.zh'
import { errorsZh } from './messages/errors.zh'
import { sessionZh } from './messages/session.zh'
import type { Words } from './words'

/** Every message, in Chinese. */
export const messages = {
  app: appZh,
  errors: errorsZh,
  session: sessionZh,
} as const satisfies Words<typeof en>
