import type { ReactNode } from 'react'
import { AddressCell } from '../addresses/AddressCell'
import { PlaceCell } from '../cells/PlaceCell'
import { ProtocolCell } from '../cells/ProtocolCell'
import { SwitchCell } from '../cells/SwitchCell'
import { TextCell } from '../cells/TextCell'
import type { Draft } from '../editing/draft-store'
import classes from '../cells/cells.module.css'
import type { ColumnId } from '../rows/columns'
import type { PortRow } from '../rows/port-row'

/** Renders the cell of each column (`rows/columns.ts`): native HTML that subscribes to nothing but its row. */
export const columnCells: Readonly<Record<ColumnId, (row: PortRow, draft: Draft | null) => ReactNode>> = {
  app: (row) => <PlaceCell row={row} part="app" />,
  component: (row) => <PlaceCell row={row} part="component" />,
  status: (row) => <PlaceCell row={row} part="status" />,
  port: ({ port }) => (
    <div role="rowheader" className={classes['port']}>
      {port.container_port}
    </div>
  ),
  protocol: (row, draft) => <ProtocolCell row={row} draft={draft} />,
  alias: (row, draft) => <TextCell row={row} draft={draft} field="alias" />,
  domain: (row, draft) => <TextCell row={row} draft={draft} field="domain" />,
  inner: (row) => <SwitchCell row={row} field="inner" />,
  outer: (row) => <SwitchCell row={row} field="outer" />,
  address: (row, draft) => <AddressCell row={row} draft={draft} />,
}
