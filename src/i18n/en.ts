import { appEn } from './messages/app.en'
import { editingEn } from './messages/editing.en'
import { errorsEn } from './messages/errors.en'
import { logEn } from './messages/log.en'
import { piecesEn } from './messages/pieces.en'
import { planEn } from './messages/plan.en'
import { portsEn } from './messages/ports.en'
import { scopeEn } from './messages/scope.en'
import { sessionEn } from './messages/session.en'

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
