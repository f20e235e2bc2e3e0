import type { Words } from './language'
import { choosingZh } from './messages/zh/choosing'
import type { messages as en } from './choosing-en'

export const messages = { choosing: choosingZh } as const satisfies Words<typeof en>
