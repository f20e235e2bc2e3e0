import type { Words } from './language'
import type { messages as en } from './later-en'
import { logZh } from './messages/zh/log'
import { planZh } from './messages/zh/plan'

export const messages = { log: logZh, plan: planZh } as const satisfies Words<typeof en>
