import type { SheetFormat } from '../../../domain/sheet/sheet'
import { saveFile } from '../../../lib/dom/save-file'
import { startWork } from '../work/start-work'
import { sheetFileName, sheetRows } from './sheet-rows'
import type { GridRows } from '../../port-grid/rows/target-ports'

const types: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  yaml: 'application/yaml',
  json: 'application/json',
}

/** Saves rows of a grid as a sheet. Rejects where the code for it can't be fetched. */
export async function saveSheet(asked: GridRows, format: SheetFormat): Promise<void> {
  const { rows, targets } = sheetRows(asked)
  const work = await startWork()
  try {
    const text = await work.ask('write', { sheet: { missing: 'leave', rows }, format })
    saveFile(sheetFileName(targets, new Date(), format), types[format], text)
  } finally {
    work.end()
  }
}
