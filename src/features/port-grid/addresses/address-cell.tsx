import copyClasses from '../../../components/copy/CopyButton.module.css'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { visibleText } from '../../../lib/text/clean-text'
import type { CellParts } from '../cells/cell-parts'
import classes from '../cells/cells.module.css'
import { refusedField } from '../editing/refused-field'
import { deletingId, twiceId } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import { type RowAddress, rowAddresses } from './row-addresses'

const RefusalNote = lazyPart(
  withLaterMessages(() => import('../cells/RefusalNote').then((module) => module.RefusalNote)),
)

/**
 * Renders the first address of a port and the number of further ones, with the note about a refused change, unless a field
 * shows it. A pending deletion is shown in place of the addresses. The grid handles the buttons (`useAddressButtons`).
 */
export function addressCell(parts: CellParts) {
  const { grid, row, draft } = parts
  const { pending, refusal } = row.activity
  const isShownByField = refusal && draft && refusedField(row.port, draft, refusal) !== null
  const note = refusal && !isShownByField ? <RefusalNote row={row} refusal={refusal} /> : null
  const all = rowAddresses(row)
  const isEmpty = all.length === 0 && !row.port.is_outer_service && !row.isTwice
  return (
    <div
      key="address"
      role="gridcell"
      className={classes['address']}
      data-empty={(isEmpty && pending !== 'delete' && note === null) || undefined}
    >
      {pending === 'delete' ? (
        <span id={deletingId(row.id)} className={classes['muted']}>
          {grid.words.deleting}
        </span>
      ) : (
        addresses(parts, all)
      )}
      {note}
    </div>
  )
}

function addresses({ grid: { words }, row }: CellParts, all: readonly RowAddress[]) {
  const { is_outer_service: isOuter } = row.port
  // Outer is open, but the gateway rules are unknown: the inner address alone would say too little.
  const isUnknown = isOuter && all[0]?.scope !== 'outer'
  // With two ports of the same number, an address could belong to either: all of them are behind the button.
  const first = isUnknown || row.isTwice ? undefined : all[0]
  const shown = visibleText(first?.address ?? '')
  // What opens them would be moved by the address that comes.
  const isToCome = isUnknown && row.areRulesToCome
  const more = isToCome ? 0 : all.length - (first ? 1 : 0)

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
          {/* The same element for both, so that a row that is filled again keeps it: without `href` it is no link. */}
          <a
            className={classes['link']}
            href={first.isPage ? first.address : undefined}
            tabIndex={first.isPage ? -1 : undefined}
            target="_blank"
            rel="noreferrer"
            title={shown}
            data-address
          >
            {shown}
          </a>
          <button
            type="button"
            tabIndex={-1}
            className={`${gridClasses['iconButton']} ${classes['copy']}`}
            aria-label={words.copyName(shown)}
            data-tooltip=""
            data-copy={first.address}
          />
        </>
      ) : row.isTwice ? (
        <span id={twiceId(row.id)} className={classes['twice']} title={words.twice}>
          {words.twice}
        </span>
      ) : (
        <span className={classes['muted']}>
          {isToCome ? words.addressToCome : isUnknown ? words.addressUnknown : words.none}
        </span>
      )}
      {more > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={copyClasses['button']}
          aria-label={words.moreName(more, row)}
          data-tooltip=""
          aria-haspopup="dialog"
          data-more-addresses
        >
          {words.moreAddresses(more)}
        </button>
      )}
    </>
  )
}
