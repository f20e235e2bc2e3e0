import { useTranslations } from 'use-intl'
import type { ComponentRef } from '../../api/paths'
import { useReading } from './reading/use-reading'

interface NoSuchPortProps {
  componentRef: ComponentRef
  port: number
}

/** Says that the port which the address asks for isn't there, unless a read under way may still bring it. */
export function NoSuchPort({ componentRef, port }: NoSuchPortProps) {
  const t = useTranslations('ports')
  const { isReading } = useReading(componentRef)
  return isReading ? null : <p role="alert">{t('noSuchPort', { port: String(port) })}</p>
}
