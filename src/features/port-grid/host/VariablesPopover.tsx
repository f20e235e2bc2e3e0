import { useCallback, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { Port } from '../../../api/contract/port'
import { CopyButton } from '../../../components/copy/CopyButton'
import { CopyableText } from '../../../components/copy/CopyableText'
import { Popover } from '../../../components/overlay/Popover'
import { connectionVariables, type ConnectionVariables, envText } from '../../../domain/impact/variables'
import { isMeshed, type Target } from '../../change/engine/target'
import type { RowStore } from '../rows/row-store'
import classes from './variables-popover.module.css'

interface VariablesPopoverProps {
  /** The row of the port. */
  id: string
  button: HTMLButtonElement
  store: RowStore
  target: Target
  onClose: () => void
}

/** The connection variables of a port, which components that depend on this one receive. */
export function VariablesPopover({ id, button, store, target, onClose }: VariablesPopoverProps) {
  const t = useTranslations('variables')
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id])
  const port = useSyncExternalStore(subscribe, () => store.row(id)?.port)
  if (!port) return null

  const component = { componentAlias: target.component.service_alias, meshed: isMeshed(target) }
  const variables = connectionVariables(component, port)
  return (
    <Popover anchor={button} title={t('title', { port: String(port.container_port) })} onClose={onClose}>
      {variables ? (
        <VariablesTable variables={variables} meshed={component.meshed} />
      ) : (
        <NoVariables port={port} />
      )}
    </Popover>
  )
}

function NoVariables({ port }: { port: Port }) {
  const t = useTranslations('variables')
  return <p>{t(port.is_inner_service ? 'noAlias' : 'closed')}</p>
}

interface VariablesTableProps {
  variables: ConnectionVariables
  meshed: boolean
}

function VariablesTable({ variables, meshed }: VariablesTableProps) {
  const t = useTranslations('variables')
  const { host, port, hostMayBe } = variables
  const env = envText([host, port])
  return (
    <div className={classes['variables']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('value')}</th>
          </tr>
        </thead>
        <tbody>
          {[host, port].map(({ name, value }) => (
            <tr key={name}>
              <td>
                <CopyableText text={name} copyName={t('copyName', { name })} />
              </td>
              <td>
                <CopyableText text={value} copyName={t('copyValue', { name })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['env']}>
        <CopyButton text={env} name={t('copyEnv')}>
          {t('copyEnv')}
        </CopyButton>
      </div>
      {meshed && (
        <p className={classes['mesh']}>
          {hostMayBe === null ? t('meshSure') : t('mesh', { name: host.name, domain: hostMayBe })}
        </p>
      )}
      <p className={classes['derived']}>{t('derived')}</p>
    </div>
  )
}
