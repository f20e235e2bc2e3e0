import type { useTranslations } from 'use-intl'
import type { Messages } from './language'

/** A function that says the messages of one part, as `useTranslations` returns it; outside of React `createTranslator` does. */
export type Translate<Part extends keyof Messages> = ReturnType<typeof useTranslations<Part>>
