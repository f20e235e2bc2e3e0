import classes from './CopyButton.module.css'

/** Two sheets, drawn by the style sheet, so that it costs a single element. */
export function CopyIcon() {
  return <span className={classes['icon']} aria-hidden />
}
