import { inventoryEn } from './messages/en/inventory'
import { logEn } from './messages/en/log'
import { planEn } from './messages/en/plan'

/** What parts say in English that are loaded later, and these messages with them (`withLaterMessages`). */
export const messages = { inventory: inventoryEn, log: logEn, plan: planEn } as const
