import { Popover } from '../../../components/overlay/Popover'
import { isChoiceKey } from '../query/choices'
import { withFilter } from '../query/format-query'
import type { FilterKey } from '../query/query'
import { ChosenValues } from './ChosenValues'
import type { ColumnFilterProps } from './ColumnFilter'
import { WrittenValues } from './WrittenValues'

interface ColumnFilterPopoverProps extends Omit<ColumnFilterProps, 'column' | 'words'> {
  anchor: HTMLElement
  title: string
  filterKey: FilterKey
  /** What the search asks for now. */
  values: readonly string[]
  onClose: () => void
}

/** What a column can be filtered by: values to choose from where those are few or names, a text otherwise. */
export function ColumnFilterPopover(props: ColumnFilterPopoverProps) {
  const { anchor, title, filterKey: key, values, search, onSearch, known, onClose } = props
  const handleValues = (next: readonly string[]) => onSearch(withFilter(search, key, next))
  return (
    <Popover anchor={anchor} title={title} onClose={onClose}>
      {isChoiceKey(key) || key === 'app' || key === 'component' ? (
        <ChosenValues values={values} known={known.values(key)} onValues={handleValues} />
      ) : (
        <WrittenValues
          filterKey={key}
          values={values}
          onValues={(next) => {
            handleValues(next)
            onClose()
          }}
        />
      )}
    </Popover>
  )
}
