import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconLock from '@tabler/icons-react/icons/IconLock'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { appName, componentName } from '../../api/names'
import type { App } from '../../api/contract/app'
import type { GatewayRule } from '../../domain/model/component'
import type { Risk } from '../../domain/impact/risk'
import type { Target } from '../change/engine/target'
import { usePlaces } from '../change/component-places'
import { landingSearch } from '../port-grid/host/landing'
import classes from './lists.module.css'

/** The kind of a gateway rule, in a word, and what is special about it. */
export function RuleKind({ rule }: { rule: Pick<GatewayRule, 'kind' | 'custom' | 'protocol'> }) {
  const t = useTranslations('exposure.rule')
  const { kind, custom, protocol } = rule
  return (
    <>
      {kind === 'tcp' ? (
        <span>{t('port', { protocol: protocol.toUpperCase() })}</span>
      ) : custom ? (
        <span className={classes['mark']}>{t('custom')}</span>
      ) : (
        <span>{t('assigned')}</span>
      )}
      {protocol === 'https' && (
        <span className={classes['mark']}>
          <IconLock size={12} stroke={2} aria-hidden />
          <span>{t('certificate')}</span>
        </span>
      )}
    </>
  )
}

interface ComponentOfRuleProps {
  target: Target | null
  /** The port to show there. */
  port: number
}

/** The name of the component that a rule leads to; a link to the port on its page. */
export function ComponentOfRule({ target, port }: ComponentOfRuleProps) {
  const t = useTranslations('exposure')
  const places = usePlaces()
  if (!target) return <span className={classes['muted']}>{t('unknownComponent')}</span>
  return (
    <Link href={places.pathOf(target) + landingSearch(port)} className={classes['component'] ?? ''}>
      <bdi>{componentName(target.component)}</bdi>
    </Link>
  )
}

export function AppOfRule({ app }: { app: App }) {
  return <bdi className={classes['muted']}>{appName(app)}</bdi>
}

/** What an open port exposes that is meant for the inside; unfolds why that matters. */
export function RiskMark({ risk }: { risk: Risk }) {
  const t = useTranslations('exposure.risks')
  const tPlan = useTranslations('plan.risk')
  const { kind, name } = risk
  return (
    <span className={classes['risk']} title={`${tPlan(kind, { name })} ${tPlan('guess')}`}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>{t(kind, { name })}</span>
    </span>
  )
}
