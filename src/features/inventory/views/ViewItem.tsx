import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../components/IconButton'
import { visibleText } from '../../../lib/text/clean-text'
import type { SavedView } from './saved-views'
import classes from './views.module.css'

interface ViewItemProps {
  view: SavedView
  /** It is what the page shows now. */
  isPresent: boolean
  onChoose: () => void
  onRename: () => void
  onDelete: () => void
}

/** A saved view with what can be done with it. */
export function ViewItem({ view, isPresent, onChoose, onRename, onDelete }: ViewItemProps) {
  const t = useTranslations('inventory.views')
  const name = visibleText(view.name)
  return (
    <div className={classes['view']}>
      <button
        type="button"
        className={classes['choose']}
        aria-current={isPresent || undefined}
        onClick={onChoose}
      >
        <bdi>{name}</bdi>
        <bdi className={classes['filter']}>
          {view.filter === '' ? t('everything') : visibleText(view.filter)}
        </bdi>
      </button>
      <IconButton label={t('renameName', { name })} onClick={onRename}>
        <IconPencil size={16} stroke={1.75} />
      </IconButton>
      <IconButton label={t('deleteName', { name })} onClick={onDelete}>
        <IconTrash size={16} stroke={1.75} />
      </IconButton>
    </div>
  )
}
