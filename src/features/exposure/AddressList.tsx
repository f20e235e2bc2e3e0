import { useTranslations } from 'use-intl'
import { CopyableText } from '../../components/copy/CopyableText'
import { isWildcardAddress } from '../../domain/model/gateway-rules'
import { visibleText } from '../../lib/text/clean-text'
import { WindowedList } from './WindowedList'
import type { ExposedAddress } from './reading/exposure'
import { AppOfRule, ComponentOfRule, RiskMark, RuleKind } from './rule-cells'
import classes from './lists.module.css'

const columns = ['address', 'rule', 'port', 'component', 'app', 'risk'] as const

/** Open addresses, each as the path from what a visitor types to the component that answers. */
export function AddressList({ addresses }: { addresses: readonly ExposedAddress[] }) {
  const t = useTranslations('exposure.columns')
  const tExposure = useTranslations('exposure')
  return (
    <WindowedList
      label={tExposure('addresses')}
      look="addresses"
      columns={columns.map((id) => ({ id, heading: t(id) }))}
      items={addresses}
      cells={({ publicAddress, kind, custom, protocol, port, target, app, risk }) => [
        <CopyableText
          key="address"
          text={publicAddress}
          copyName={tExposure('copy', { address: visibleText(publicAddress) })}
          href={kind === 'http' && !isWildcardAddress(publicAddress) ? publicAddress : undefined}
        />,
        <RuleKind key="rule" rule={{ kind, custom, protocol }} />,
        <span key="port" className={classes['number']}>
          {port}
        </span>,
        <ComponentOfRule key="component" target={target} port={port} />,
        <AppOfRule key="app" app={app} />,
        risk && <RiskMark key="risk" risk={risk} />,
      ]}
    />
  )
}
