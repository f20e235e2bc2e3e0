import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import type { ComponentProps } from 'react'
import { IconButton } from '../IconButton'
import classes from './page.module.css'

interface RefreshButtonProps extends ComponentProps<typeof IconButton> {
  isBusy: boolean
}

/** Reads again what a page shows. Its icon turns meanwhile. */
export function RefreshButton({ isBusy, ...props }: RefreshButtonProps) {
  return (
    <IconButton className={classes['refresh'] ?? ''} aria-busy={isBusy || undefined} {...props}>
      <IconRefresh size={18} stroke={1.75} />
    </IconButton>
  )
}
