import type { Difference } from '../../../domain/model/diff'
import type { Translate } from '../../../i18n/translate'

/** Describes what someone else has changed. */
export function differenceWords(t: Translate<'plan'>, difference: Difference): string {
  switch (difference.kind) {
    case 'port-added':
    case 'port-removed':
      return t(`differences.${difference.kind}`, { port: String(difference.port) })
    case 'internal-domain':
      return t('differences.internal-domain', {
        before: named(t, difference.before),
        after: named(t, difference.after),
      })
    case 'field':
      return fieldWords(t, difference)
    case 'gateway-rule-added':
    case 'gateway-rule-removed':
    case 'gateway-rule-opened':
    case 'gateway-rule-closed':
      return t(`differences.${difference.kind}`, {
        port: String(difference.port),
        address: difference.publicAddress,
      })
  }
}

function named(t: Translate<'plan'>, value: string | boolean): string {
  return value === '' ? t('differences.none') : String(value)
}

function fieldWords(t: Translate<'plan'>, difference: Extract<Difference, { kind: 'field' }>): string {
  const { field, before, after } = difference
  const port = String(difference.port)
  switch (field) {
    case 'inner':
      return t(after === true ? 'differences.innerOpened' : 'differences.innerClosed', { port })
    case 'outer':
      return t(after === true ? 'differences.outerOpened' : 'differences.outerClosed', { port })
    case 'alias':
    case 'protocol':
      return t(`differences.${field}`, { port, before: named(t, before), after: named(t, after) })
  }
}
