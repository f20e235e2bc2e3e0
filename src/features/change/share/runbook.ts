import type { AddressChange } from '../../../domain/impact/address-changes'
import { type ComponentState, internalDomainOf } from '../../../domain/model/component'
import { fieldsOf, portFields, portOf } from '../../../domain/model/diff'
import type { Port } from '../../../domain/model/port'
import { type Step, stepsByPort } from '../../../domain/model/step'
import { applySteps } from '../../../domain/model/step-effect'
import { planPorts } from '../../../domain/plan/plan'
import { undoOf } from '../../../domain/undo/undo'
import { asMarkdown } from '../../../lib/text/one-line'
import { addressLines } from '../words/address-words'
import { placeName } from '../words/place-name'
import { curlOfPorts, curlOfStep, curlPlace } from './curl'
import { type SharedPart, type SharedPlan, type ShareSpeech, stepLine, warnings } from './shared-plan'
import { whereLines } from './shell-script'

/**
 * Returns a plan as a Markdown document for somebody who carries it out by hand: what to know first, then of each component
 * what changes, the commands, how to check them and how to go back. Names stay text, whatever they hold.
 */
export function runbook(plan: SharedPlan, speech: ShareSpeech): string {
  const { share: t } = speech
  const { parts } = plan
  const warned = parts.flatMap((part) =>
    warnings(speech, part).map((text) => t('stepOf', { component: placeName(part.target), step: text })),
  )
  return (
    [
      `# ${asMarkdown(plan.action)}`,
      bullets([
        ...whereLines(plan, speech),
        t('runbook.components', {
          components: parts.map(({ target }) => placeName(target)).join(t('listSeparator')),
        }),
      ]),
      ...(warned.length === 0 ? [] : [`## ${t('runbook.warnings')}`, bullets(warned)]),
      `## ${t('runbook.before')}`,
      asMarkdown(t(plan.console === null ? 'runbook.tokenAndUrl' : 'runbook.token')),
      asMarkdown(t('runbook.order')),
      ...parts.flatMap((part) => chapter(part, plan, speech)),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

/** What is to be done with one component. */
function chapter(part: SharedPart, { console }: SharedPlan, speech: ShareSpeech): string[] {
  const { share: t } = speech
  const { target, plan, seen } = part
  const after = applySteps(seen, plan.steps)
  const place = curlPlace(target, console)
  const back = stepsBack(part, after)
  return [
    `## ${asMarkdown(placeName(target))}`,
    changeTable(part, after, speech),
    `### ${t('runbook.steps')}`,
    numbered(plan.steps),
    `### ${t('runbook.check')}`,
    codeBlock(curlOfPorts(place)),
    asMarkdown(t('runbook.expected')),
    expectedTable(after, plan.steps, speech),
    `### ${t('runbook.back')}`,
    ...(back === null
      ? [asMarkdown(t('runbook.noWayBack'))]
      : [asMarkdown(t('runbook.wayBack')), numbered(back)]),
  ]

  function numbered(steps: readonly Step[]): string {
    return steps
      .map((step, at) => {
        const number = `${String(at + 1)}. `
        const lines = `${asMarkdown(stepLine(speech, step))}\n\n${codeBlock(curlOfStep(step, place))}`
        return number + lines.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(number.length)}`)
      })
      .join('\n\n')
  }
}

/** Returns the steps that take a plan back; null where something would be lost by it. */
function stepsBack({ plan, seen }: SharedPart, after: ComponentState): readonly Step[] | null {
  const { desired, cannotRestore } = undoOf(seen, after, after, plan.steps)
  const back = planPorts(after, desired)
  return cannotRestore.length > 0 || plan.losses.length > 0 || 'unreachable' in back ? null : back.steps
}

type Row = readonly string[]

/** Each setting and each address that a plan changes, old and new. */
function changeTable(
  { seen: before, plan, target }: SharedPart,
  after: ComponentState,
  { share: t, review, plan: tPlan }: ShareSpeech,
): string {
  const domains = [before, after].map(({ ports }) => internalDomainOf(ports) ?? '')
  const rows = [...stepsByPort(plan.steps).keys()].flatMap((port) => portRows(port))
  const isRenamed = domains[0] !== domains[1]
  return table(
    [t('runbook.port'), t('runbook.setting'), t('runbook.old'), t('runbook.new')],
    [
      ...rows,
      ...(isRenamed ? [['', t('runbook.internalDomain'), ...domains.map(shown)]] : []),
      ...plan.addressChanges.flatMap(addressRows),
    ],
  )

  function portRows(port: number): Row[] {
    const was = portOf(before, port)
    const is = portOf(after, port)
    return portFields.flatMap((field) => {
      const [old, now] = [valueOf(was, field), valueOf(is, field)]
      return old === now ? [] : [[String(port), review(`fields.${field}`), old, now]]
    })
  }

  function addressRows(change: AddressChange): Row[] {
    return addressLines(tPlan, change, target.region.tcpdomain ?? '').flatMap(({ address, fate }) => {
      if (fate === 'stays') return []
      const [open, closed] = [review('open'), review('closed')]
      return [[String(change.port), address, ...(fate === 'goes' ? [open, closed] : [closed, open])]]
    })
  }

  function valueOf(port: Port | undefined, field: (typeof portFields)[number]): string {
    const value = port && fieldsOf(port)[field]
    return typeof value === 'boolean' ? review(value ? 'open' : 'closed') : shown(value ?? '')
  }

  function shown(value: string): string {
    return value === '' ? '–' : value
  }
}

/** What the ports that a plan is about read as afterwards, under the names of the response. */
function expectedTable(after: ComponentState, steps: readonly Step[], { share: t }: ShareSpeech): string {
  const rows = [...stepsByPort(steps).keys()].map((port): Row => {
    const is = portOf(after, port)
    if (is === undefined) return [String(port), t('runbook.notListed'), '', '', '', '']
    const { protocol, port_alias, is_inner_service, is_outer_service, k8s_service_name } = is
    return [
      String(port),
      protocol,
      port_alias,
      String(is_inner_service),
      String(is_outer_service),
      k8s_service_name,
    ]
  })
  return table(
    ['container_port', 'protocol', 'port_alias', 'is_inner_service', 'is_outer_service', 'k8s_service_name'],
    rows,
  )
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(asMarkdown).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${asMarkdown(line)}`).join('\n')
}

function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sh\n${text}\n${fence}`
}
