import type { messages as en } from './en'
import type { Words } from './language'
import { appZh } from './messages/zh/app'
import { editingZh } from './messages/zh/editing'
import { errorsZh } from './messages/zh/errors'
import { piecesZh } from './messages/zh/pieces'
import { portsZh } from './messages/zh/ports'
import { scopeZh } from './messages/zh/scope'
import { sessionZh } from './messages/zh/session'

export const messages = {
  app: appZh,
  editing: editingZh,
  errors: errorsZh,
  pieces: piecesZh,
  ports: portsZh,
  scope: scopeZh,
  session: sessionZh,
} as const satisfies Words<typeof en>
