import { addingEn } from './messages/en/adding'
import { addressesEn } from './messages/en/addresses'
import { bulkEn } from './messages/en/bulk'
import { copyingEn } from './messages/en/copying'
import { exposureEn } from './messages/en/exposure'
import { inventoryEn } from './messages/en/inventory'
import { keyboardEn } from './messages/en/keyboard'
import { logEn } from './messages/en/log'
import { paletteEn } from './messages/en/palette'
import { planEn } from './messages/en/plan'
import { refusalsEn } from './messages/en/refusals'
import { reportEn } from './messages/en/report'
import { reviewEn } from './messages/en/review'
import { shareEn } from './messages/en/share'
import { sheetEn } from './messages/en/sheet'
import { sheetsEn } from './messages/en/sheets'
import { variablesEn } from './messages/en/variables'

/** What parts say in English that are loaded later, and these messages with them (`withLaterMessages`). */
export const messages = {
  adding: addingEn,
  addresses: addressesEn,
  bulk: bulkEn,
  copying: copyingEn,
  exposure: exposureEn,
  inventory: inventoryEn,
  keyboard: keyboardEn,
  log: logEn,
  palette: paletteEn,
  plan: planEn,
  refusals: refusalsEn,
  report: reportEn,
  review: reviewEn,
  share: shareEn,
  sheet: sheetEn,
  sheets: sheetsEn,
  variables: variablesEn,
} as const
