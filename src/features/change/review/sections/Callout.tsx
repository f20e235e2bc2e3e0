import { Alert } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconHistoryOff from '@tabler/icons-react/icons/IconHistoryOff'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconUserEdit from '@tabler/icons-react/icons/IconUserEdit'
import type { ReactNode } from 'react'
import classes from './sections.module.css'

const looks = {
  risk: { color: 'orange', Icon: IconAlertTriangle },
  loss: { color: 'red', Icon: IconHistoryOff },
  changed: { color: 'accent', Icon: IconUserEdit },
  note: { color: 'gray', Icon: IconInfoCircle },
}

interface CalloutProps {
  kind: keyof typeof looks
  title?: string
  children: ReactNode
}

/** What to know before answering. It is part of what the dialog says, and interrupts nobody. */
export function Callout({ kind, title, children }: CalloutProps) {
  const { color, Icon } = looks[kind]
  return (
    <Alert
      role="note"
      color={color}
      icon={<Icon size={18} stroke={1.75} aria-hidden />}
      className={classes['callout'] ?? ''}
      data-kind={kind}
    >
      {title !== undefined && <h3 className={classes['heading']}>{title}</h3>}
      {children}
    </Alert>
  )
}
