import type { ReactNode } from 'react'
import { addressCell } from '../addresses/address-cell'
import type { CellParts } from '../cells/cell-parts'
import classes from '../cells/cells.module.css'
import { placeCell } from '../cells/place-cell'
import { protocolCell } from '../cells/protocol-cell'
import { switchCell } from '../cells/switch-cell'
import { textCell } from '../cells/text-cell'
import type { ColumnId } from '../rows/columns'

/** Renders the cell of each column (`rows/columns.ts`): native HTML. */
export const columnCells: Readonly<Record<ColumnId, (parts: CellParts) => ReactNode>> = {
  app: (parts) => placeCell(parts, 'app'),
  component: (parts) => placeCell(parts, 'component'),
  status: (parts) => placeCell(parts, 'status'),
  port: ({ row: { port } }) => (
    <div key="port" role="rowheader" className={classes['port']}>
      {port.container_port}
    </div>
  ),
  protocol: protocolCell,
  alias: (parts) => textCell(parts, 'alias'),
  domain: (parts) => textCell(parts, 'domain'),
  inner: (parts) => switchCell(parts, 'inner'),
  outer: (parts) => switchCell(parts, 'outer'),
  address: addressCell,
}
