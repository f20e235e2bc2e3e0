import type { ComponentProps, KeyboardEvent } from 'react'
import classes from './Button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** One primary button at most in each place; `subtle` is for what stands among text. */
  variant?: 'primary' | 'default' | 'subtle'
}

/** A native button in the product's clothes, for the screens that are loaded first. */
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

/** A key that is held down must not press what takes the place of what it has pressed. */
function pressOnce(event: KeyboardEvent) {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}
