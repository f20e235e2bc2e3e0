import copyClasses from '../../../components/copy/CopyButton.module.css'
import { CopyIcon } from '../../../components/copy/CopyIcon'
import { visibleText } from '../../../lib/text/clean-text'
import { RefusalNote } from '../cells/RefusalNote'
import { deletingId, twiceId, useGrid } from '../grid-context'
import classes from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'
import { rowAddresses } from './row-addresses'

interface AddressCellProps {
  row: PortRow
}

/**
 * Where the port can be reached: the first address, and how many more there are. A refusal takes this place, and
 * so does a deletion under way, so that the row keeps its height. Its buttons are heard by the grid (`useAddressButtons`).
 */
export function AddressCell({ row }: AddressCellProps) {
  const { words } = useGrid()
  const { pending, refusal } = row.activity
  return (
    <div role="gridcell" className={classes['address']}>
      {pending === 'delete' ? (
        <span id={deletingId(row.id)} className={classes['muted']}>
          {words.deleting}
        </span>
      ) : refusal ? (
        <RefusalNote row={row} refusal={refusal} />
      ) : (
        <Addresses row={row} />
      )}
    </div>
  )
}

function Addresses({ row }: AddressCellProps) {
  const { words } = useGrid()
  const { is_outer_service: isOuter, container_port: port } = row.port
  const addresses = rowAddresses(row)
  // Outer is open, and which rules are is not known: an inner address alone would say too little.
  const isUnknown = isOuter && addresses[0]?.scope !== 'outer'
  // Of two ports under one number it cannot be told whose an address is: all of them stand behind the button.
  const first = isUnknown || row.isTwice ? undefined : addresses[0]
  const shown = visibleText(first?.address ?? '')
  const more = addresses.length - (first ? 1 : 0)

  return (
    <>
      {first ? (
        <>
          {first.scope === 'inner' && <span className={classes['muted']}>{words.inner}</span>}
          {/* Rules are read after a change, and the ones from before it say nothing of what it left standing. */}
          {first.scope === 'outer' && !isOuter && row.activity.pending === null && (
            <span className={classes['warning']}>{words.ruleStillOpen}</span>
          )}
          {first.isPage ? (
            <a
              className={classes['link']}
              href={first.address}
              target="_blank"
              rel="noreferrer"
              title={shown}
              data-address
            >
              <bdi>{shown}</bdi>
            </a>
          ) : (
            <bdi className={classes['text']} title={shown} data-address>
              {shown}
            </bdi>
          )}
          <button
            type="button"
            className={copyClasses['button']}
            aria-label={words.copyName(shown)}
            data-copy={first.address}
          >
            <CopyIcon />
          </button>
        </>
      ) : row.isTwice ? (
        <span id={twiceId(row.id)} className={classes['twice']} title={words.twice}>
          {words.twice}
        </span>
      ) : (
        <span className={classes['muted']}>{isUnknown ? words.addressUnknown : words.none}</span>
      )}
      {more > 0 && (
        <button
          type="button"
          className={copyClasses['button']}
          aria-label={words.moreName(more, port)}
          aria-haspopup="dialog"
          data-more-addresses
        >
          {words.moreAddresses(more)}
        </button>
      )}
    </>
  )
}
