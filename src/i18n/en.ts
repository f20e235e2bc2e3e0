import { appEn } from './messages/en/app'
import { editingEn } from './messages/en/editing'
import { errorsEn } from './messages/en/errors'
import { piecesEn } from './messages/en/pieces'
import { portsEn } from './messages/en/ports'
import { scopeEn } from './messages/en/scope'
import { sessionEn } from './messages/en/session'

/** What the first pages say in English, which defines the keys of the other languages. The rest is in `later-en.ts`. */
export const messages = {
  app: appEn,
  editing: editingEn,
  errors: errorsEn,
  pieces: piecesEn,
  ports: portsEn,
  scope: scopeEn,
  session: sessionEn,
} as const
