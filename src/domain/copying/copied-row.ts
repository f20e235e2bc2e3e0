import { isProtocol, type Port } from '../model/port'
import { aliasProblem, internalDomainProblem } from '../model/port-validation'
import type { ChangeableField, SheetRow } from '../sheet/sheet'

/** Why a setting stays behind: old data has what can't be asked for, or it can't be had twice. */
export type SettingProblem =
  | 'protocol'
  | 'alias'
  | 'internal-domain'
  | 'internal-domain-taken'
  | 'several-internal-domains'
  | 'external-without-internal'

/** The internal domain that a component gets, or why it gets none; null where none is copied. */
export type CopiedDomain = { readonly domain: string } | { readonly problem: SettingProblem } | null

interface CopyingDomain {
  readonly fields: ReadonlySet<ChangeableField>
  readonly takenDomains: ReadonlySet<string>
}

/** Returns the internal domain for a component. Old data has components with several. */
export function copiedDomain(
  here: readonly Port[],
  there: readonly Port[],
  { fields, takenDomains }: CopyingDomain,
): CopiedDomain {
  const [domain, ...others] = new Set(here.map(domainOf).filter((name) => name !== ''))
  if (!fields.has('internalDomain') || domain === undefined) return null
  if (others.length > 0) return { problem: 'several-internal-domains' }
  const isOwn = there.some((port) => domainOf(port) === domain)
  const found = internalDomainProblem(domain, isOwn ? new Set() : takenDomains)
  if (found === null) return { domain }
  return { problem: found === 'taken' ? 'internal-domain-taken' : 'internal-domain' }
}

/** Blanks at the ends count for nothing, as in a sheet. */
const domainOf = ({ k8s_service_name: name }: Port) => name.trim()

interface CopiedRow {
  readonly row: SheetRow
  readonly problems: readonly SettingProblem[]
}

/**
 * Returns what of a port is asked for elsewhere, as a row of a sheet. A port that is added there gets its protocol in any
 * case, and stays closed unless its access is copied. Null where its protocol can't be asked for.
 */
export function copiedRow(
  port: Port,
  counterpart: Port | undefined,
  componentDomain: CopiedDomain,
  fields: ReadonlySet<ChangeableField>,
): CopiedRow | null {
  const protocol = port.protocol.trim().toLowerCase()
  const alias = port.port_alias.trim()
  const isSameProtocol = counterpart?.protocol.trim().toLowerCase() === protocol
  const hasProtocol = isProtocol(protocol) || isSameProtocol
  if (!counterpart && !hasProtocol) return null
  const isSameAlias = counterpart?.port_alias.trim() === alias
  const hasAlias = isSameAlias || aliasProblem(alias, port.container_port, []) === null
  const asks = (field: ChangeableField) => fields.has(field) || (field === 'protocol' && !counterpart)
  const isSameDomain = counterpart !== undefined && domainOf(counterpart) === domainOf(port)
  const domain = isSameDomain ? null : componentDomain
  const access = copiedAccess(port, counterpart, fields)
  return {
    row: {
      port: port.container_port,
      ...(asks('protocol') && hasProtocol && { protocol }),
      ...(asks('alias') && alias !== '' && hasAlias && { alias }),
      ...(domain && 'domain' in domain && { internalDomain: domain.domain }),
      ...access.row,
    },
    problems: [
      ...(asks('protocol') && !hasProtocol ? ['protocol' as const] : []),
      ...(asks('alias') && alias !== '' && !hasAlias ? ['alias' as const] : []),
      ...(domain && 'problem' in domain ? [domain.problem] : []),
      ...(access.problem === null ? [] : [access.problem]),
    ],
  }
}

interface CopiedAccess {
  readonly row: Pick<SheetRow, 'inner' | 'outer'>
  readonly problem: SettingProblem | null
}

/** Old data has ports that are open to the outside alone, which no call brings about. */
function copiedAccess(
  { is_inner_service, is_outer_service }: Port,
  counterpart: Port | undefined,
  fields: ReadonlySet<ChangeableField>,
): CopiedAccess {
  const row = {
    ...(fields.has('inner') && { inner: is_inner_service }),
    ...(fields.has('outer') && { outer: is_outer_service }),
  }
  const isOuterAlone = row.inner === false && row.outer === true
  const isSame = counterpart?.is_inner_service === false && counterpart.is_outer_service
  if (isOuterAlone && !isSame)
    return { row: counterpart ? {} : { inner: false }, problem: 'external-without-internal' }
  if (counterpart || row.inner !== undefined || row.outer === true) return { row, problem: null }
  return { row: { ...row, inner: false }, problem: null }
}
