import { useGrid } from './grid-context'
import classes from './port-grid.module.css'
import { openRules, type PortRow } from './port-row'
import { RefusalNote } from './RefusalNote'

interface AddressCellProps {
  row: PortRow
}

/** Where the port can be reached from outside. A refusal takes this place, so that the row keeps its height. */
export function AddressCell({ row }: AddressCellProps) {
  const { refusal } = row.activity
  return (
    <div role="gridcell" className={classes['address']}>
      {refusal ? <RefusalNote row={row} refusal={refusal} /> : <Addresses row={row} />}
    </div>
  )
}

function Addresses({ row }: AddressCellProps) {
  const { words } = useGrid()
  const [first, ...more] = openRules(row)
  if (!first)
    return (
      <span className={classes['muted']}>
        {row.port.is_outer_service ? words.addressUnknown : words.none}
      </span>
    )

  return (
    <>
      {!row.port.is_outer_service && <span className={classes['warning']}>{words.ruleStillOpen}</span>}
      {first.kind === 'http' ? (
        <a
          className={classes['link']}
          href={first.address}
          target="_blank"
          rel="noreferrer"
          title={first.address}
        >
          {first.address}
        </a>
      ) : (
        <span className={classes['text']} title={first.address}>
          {first.address}
        </span>
      )}
      {more.length > 0 && (
        <span className={classes['more']} title={more.map((rule) => rule.address).join('\n')}>
          {words.moreAddresses(more.length)}
        </span>
      )}
    </>
  )
}
