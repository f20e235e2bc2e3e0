import { exposureZh } from './messages/zh/exposure'
import type { Words } from './language'
import type { messages as en } from './later-en'
import { inventoryZh } from './messages/zh/inventory'
import { logZh } from './messages/zh/log'
import { planZh } from './messages/zh/plan'

export const messages = {
  exposure: exposureZh,
  inventory: inventoryZh,
  log: logZh,
  plan: planZh,
} as const satisfies Words<typeof en>
