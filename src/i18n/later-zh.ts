import { bulkZh } from './messages/zh/bulk'
import { copyingZh } from './messages/zh/copying'
import { exposureZh } from './messages/zh/exposure'
import type { Words } from './language'
import type { messages as en } from './later-en'
import { addingZh } from './messages/zh/adding'
import { addressesZh } from './messages/zh/addresses'
import { inventoryZh } from './messages/zh/inventory'
import { keyboardZh } from './messages/zh/keyboard'
import { logZh } from './messages/zh/log'
import { paletteZh } from './messages/zh/palette'
import { planZh } from './messages/zh/plan'
import { refusalsZh } from './messages/zh/refusals'
import { reportZh } from './messages/zh/report'
import { reviewZh } from './messages/zh/review'
import { shareZh } from './messages/zh/share'
import { sheetZh } from './messages/zh/sheet'
import { sheetsZh } from './messages/zh/sheets'
import { variablesZh } from './messages/zh/variables'

export const messages = {
  adding: addingZh,
  addresses: addressesZh,
  bulk: bulkZh,
  copying: copyingZh,
  exposure: exposureZh,
  inventory: inventoryZh,
  keyboard: keyboardZh,
  log: logZh,
  palette: paletteZh,
  plan: planZh,
  refusals: refusalsZh,
  report: reportZh,
  review: reviewZh,
  share: shareZh,
  sheet: sheetZh,
  sheets: sheetsZh,
  variables: variablesZh,
} as const satisfies Words<typeof en>
