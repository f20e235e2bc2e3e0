import copyClasses from '../../../components/copy/CopyButton.module.css'
import { CopyIcon } from '../../../components/copy/CopyButton'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { visibleText } from '../../../lib/text/clean-text'
import type { Draft } from '../editing/draft-store'
import { refusedField } from '../editing/refused-field'
import { deletingId, twiceId, useGrid } from '../grid-context'
import classes from '../cells/cells.module.css'
import type { PortRow } from '../rows/port-row'
import { rowAddresses } from './row-addresses'

const RefusalNote = lazyPart(
  withLaterMessages(() => import('../cells/RefusalNote').then((module) => module.RefusalNote)),
)

interface AddressCellProps {
  row: PortRow
  draft: Draft | null
}

/**
 * The first address of a port and the number of further ones, with the note about a refused change, unless a field shows it.
 * A pending deletion is shown in place of the addresses. The grid handles the buttons (`useAddressButtons`).
 */
export function AddressCell({ row, draft }: AddressCellProps) {
  const { words } = useGrid()
  const { pending, refusal } = row.activity
  const isShownByField = refusal && draft && refusedField(row.port, draft, refusal) !== null
  return (
    <div role="gridcell" className={classes['address']}>
      {pending === 'delete' ? (
        <span id={deletingId(row.id)} className={classes['muted']}>
          {words.deleting}
        </span>
      ) : (
        <Addresses row={row} />
      )}
      {refusal && !isShownByField && <RefusalNote row={row} refusal={refusal} />}
    </div>
  )
}

function Addresses({ row }: { row: PortRow }) {
  const { words } = useGrid()
  const { is_outer_service: isOuter } = row.port
  const addresses = rowAddresses(row)
  // Outer is open, but the gateway rules are unknown: the inner address alone would say too little.
  const isUnknown = isOuter && addresses[0]?.scope !== 'outer'
  // With two ports of the same number, an address could belong to either: all of them are behind the button.
  const first = isUnknown || row.isTwice ? undefined : addresses[0]
  const shown = visibleText(first?.address ?? '')
  const more = addresses.length - (first ? 1 : 0)

  return (
    <>
      {first ? (
        <>
          {first.scope === 'inner' && <span className={classes['muted']}>{words.inner}</span>}
          {/* Gateway rules read before a change don't say whether it left one open. */}
          {first.scope === 'outer' && !isOuter && row.activity.pending === null && (
            <span className={classes['warning']} title={words.ruleStillOpen}>
              {words.ruleStillOpen}
            </span>
          )}
          {first.isPage ? (
            <a
              className={classes['link']}
              href={first.address}
              tabIndex={-1}
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
            tabIndex={-1}
            className={copyClasses['button']}
            aria-label={words.copyName(shown)}
            data-tooltip={words.copyName(shown)}
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
        <span className={classes['muted']} data-none={isUnknown ? undefined : true}>
          {isUnknown ? words.addressUnknown : words.none}
        </span>
      )}
      {more > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={copyClasses['button']}
          aria-label={words.moreName(more, row)}
          data-tooltip={words.moreName(more, row)}
          aria-haspopup="dialog"
          data-more-addresses
        >
          {words.moreAddresses(more)}
        </button>
      )}
    </>
  )
}
