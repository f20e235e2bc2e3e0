import { appName, componentName, regionName } from '../../../api/names'
import { rowOf, type SheetFormat, type SheetRow } from '../../../domain/sheet/sheet'
import type { Target } from '../../change/engine/target'
import { namedComponent } from '../../change/words/named-component'
import { componentOfRow, isGroup } from '../../port-grid/rows/port-row'
import type { GridRows } from '../../port-grid/rows/target-ports'

interface ExportedRows {
  rows: readonly SheetRow[]
  /** The components that the rows are of. */
  targets: readonly Target[]
  /** How many components have rows that are only known from the last visit, which are left out. */
  old: number
}

/** Returns rows of a grid as rows of a sheet. */
export function sheetRows({ ids, store, targetOf }: GridRows): ExportedRows {
  const targets = new Map<string, Target>()
  const old = new Set<string>()
  const rows: SheetRow[] = []
  for (const id of ids) {
    const component = componentOfRow(id)
    const row = isGroup(id) ? undefined : store.row(id)
    const target = targetOf(component)
    if (!row || !target) continue
    if (row.isFromLastVisit) {
      old.add(component)
      continue
    }
    targets.set(component, target)
    rows.push(rowOf(namedComponent(target), row.port))
  }
  return { rows, targets: [...targets.values()], old: old.size }
}

/** Returns the name of a file that tells what is in it, and the day. */
export function sheetFileName(targets: readonly Target[], day: Date, format: SheetFormat): string {
  // Sweden writes dates as ISO 8601 does.
  return ['ports', ...scopeOf(targets), day.toLocaleDateString('sv')].map(plain).join('-') + `.${format}`
}

/** Names the component or the app that all are of, else the cluster. */
function scopeOf(targets: readonly Target[]): string[] {
  const [first, ...others] = targets
  if (!first) return []
  if (others.length === 0) return [appName(first.app), componentName(first.component)]
  const isOneApp = others.every(({ app }) => app.ID === first.app.ID)
  return [isOneApp ? appName(first.app) : regionName(first.region)]
}

/** What no file system takes, and blanks, become hyphens. */
function plain(name: string): string {
  return name.replace(/[\s\p{Cc}"*/:<>?\\|]+/gu, '-').slice(0, 60)
}
