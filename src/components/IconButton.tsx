import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { ComponentProps } from 'react'

interface IconButtonProps
  extends ActionIconProps, Omit<ComponentProps<'button'>, 'aria-label' | keyof ActionIconProps> {
  /** Its accessible name and its tooltip. */
  label: string
}

/** A button that shows only an icon. `TooltipHost` shows its name. */
export function IconButton({ label, ...props }: IconButtonProps) {
  return <ActionIcon aria-label={label} data-tooltip={label} {...props} />
}
