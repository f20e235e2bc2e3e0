import { appEn } from './messages/app.en'
import { errorsEn } from './messages/errors.en'
import { sessionEn } from './messages/session.en'

/** Every message, in English; the other languages take their shape from here. */
export const messages = {
  app: appEn,
  errors: errorsEn,
  session: sessionEn,
} as const
