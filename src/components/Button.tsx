import type { ComponentProps, KeyboardEvent } from 'react'
import classes from './Button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** At most one primary button per view; `subtle` is for buttons within text. */
  variant?: 'primary' | 'default' | 'subtle'
}

/** A native button with the product's style, for the screens that are loaded first. */
export function Button({ variant = 'default', type = 'button', ...props }: ButtonProps) {
  return (
    <button
      onKeyDown={pressOnce}
      {...props}
      type={type}
      className={classes['button']}
      data-variant={variant}
    />
  )
}

/** A key that is held down must not press the control that replaces the pressed one. */
function pressOnce(event: KeyboardEvent) {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}
