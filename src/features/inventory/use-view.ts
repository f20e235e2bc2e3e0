import { useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { asJson, storedValue } from '../../lib/stored-value'
import { type ColumnId, columns, placeColumns } from '../port-grid/rows/columns'

const columnIds = columns.map(({ id }) => id)

/** The columns that can be left out. */
export const optionalColumns: readonly ColumnId[] = columnIds.filter((id) => id !== 'port')

const viewSchema = z.object({
  isGrouped: z.boolean(),
  hidden: z.array(z.enum(columnIds)),
})
type View = z.infer<typeof viewSchema>

// The internal domain is the same for all ports of a component, and mostly tells nothing that its name doesn't.
const firstView: View = { isGrouped: true, hidden: ['domain'] }

const stored = storedValue(
  'portdeck.inventory',
  asJson((json) => viewSchema.safeParse(json).data ?? null),
)

interface ChosenView extends View {
  /** The columns to show. Where rows are grouped, the group says what the columns of the place would. */
  shown: ReadonlySet<ColumnId>
  set: (change: Partial<View>) => void
}

/**
 * Returns how this browser shows many components: grouped or not, and with which columns. Without that of the app where all
 * are of the same.
 */
export function useView(isOneApp: boolean): ChosenView {
  const [view, setView] = useState(() => stored.read() ?? firstView)
  const { isGrouped, hidden } = view
  const shown = useMemo(() => {
    const place = isGrouped ? placeColumns : isOneApp ? (['app'] as const) : []
    const leftOut = new Set<ColumnId>([...hidden, ...place])
    return new Set(columnIds.filter((id) => !leftOut.has(id)))
  }, [isGrouped, isOneApp, hidden])
  return {
    ...view,
    shown,
    set(change) {
      const next = { ...view, ...change }
      setView(next)
      stored.write(next)
    },
  }
}
