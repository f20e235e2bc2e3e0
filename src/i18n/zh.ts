import type { messages as en } from './en'
import type { Words } from './language'
import { appZh } from './messages/app.zh'
import { editingZh } from './messages/editing.zh'
import { errorsZh } from './messages/errors.zh'
import { logZh } from './messages/log.zh'
import { piecesZh } from './messages/pieces.zh'
import { planZh } from './messages/plan.zh'
import { portsZh } from './messages/ports.zh'
import { scopeZh } from './messages/scope.zh'
import { sessionZh } from './messages/session.zh'

export const messages = {
  app: appZh,
  editing: editingZh,
  errors: errorsZh,
  log: logZh,
  pieces: piecesZh,
  plan: planZh,
  ports: portsZh,
  scope: scopeZh,
  session: sessionZh,
} as const satisfies Words<typeof en>
