import type { ChangeEvent } from 'react'
import type { SelectedPart } from './selection-store'
import classes from './selection.module.css'

interface SelectBoxProps {
  name: string
  part: SelectedPart
  /** The id of the element that says why it can't be selected; null if it can. */
  lockedBy?: string | null
  /** `isRange`: with the Shift key. */
  onToggle: (isRange: boolean) => void
}

/** A checkbox that selects rows. The arrow keys of the grid know it by `data-select`. */
export function SelectBox({ name, part, lockedBy = null, onToggle }: SelectBoxProps) {
  function handleChange({ nativeEvent }: ChangeEvent<HTMLInputElement>) {
    // React's change of a checkbox is the browser's click.
    if (lockedBy === null) onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
  }

  return (
    <label className={classes['target']} data-locked={lockedBy === null ? undefined : true}>
      <input
        type="checkbox"
        tabIndex={-1}
        data-select
        ref={(box) => {
          if (box) box.indeterminate = part === 'some'
        }}
        className={classes['box']}
        checked={part === 'all'}
        onChange={handleChange}
        aria-label={name}
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={lockedBy ?? undefined}
      />
    </label>
  )
}
