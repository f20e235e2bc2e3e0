import { appEn } from './messages/en/app'
import { editingEn } from './messages/en/editing'
import { errorsEn } from './messages/en/errors'
import { logEn } from './messages/en/log'
import { piecesEn } from './messages/en/pieces'
import { planEn } from './messages/en/plan'
import { portsEn } from './messages/en/ports'
import { scopeEn } from './messages/en/scope'
import { sessionEn } from './messages/en/session'

/** Every message in English, which defines the keys of the other languages. */
export const messages = {
  app: appEn,
  editing: editingEn,
  errors: errorsEn,
  log: logEn,
  pieces: piecesEn,
  plan: planEn,
  ports: portsEn,
  scope: scopeEn,
  session: sessionEn,
} as const
