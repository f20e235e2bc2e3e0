import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { allMessages } from '../../i18n/all-messages'

/** What every screen has around it: the UI kit without transitions, and the English messages. */
export function Surroundings({ children }: { children: ReactNode }) {
  return (
    <MantineProvider env="test">
      <IntlProvider locale="en" messages={allMessages.en} timeZone="UTC">
        {children}
      </IntlProvider>
    </MantineProvider>
  )
}
