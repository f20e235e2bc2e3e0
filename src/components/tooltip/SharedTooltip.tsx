import { Tooltip } from '@mantine/core'

interface SharedTooltipProps {
  target: HTMLElement
  label: string
}

/** The one tooltip of the page, at whatever it explains now. */
export function SharedTooltip({ target, label }: SharedTooltipProps) {
  return <Tooltip key={label} target={target} label={label} opened maw={320} multiline />
}
