import { exposureEn } from './messages/en/exposure'
import { inventoryEn } from './messages/en/inventory'
import { logEn } from './messages/en/log'
import { planEn } from './messages/en/plan'

/** What parts say in English that are loaded later, and these messages with them (`withLaterMessages`). */
export const messages = { exposure: exposureEn, inventory: inventoryEn, log: logEn, plan: planEn } as const
