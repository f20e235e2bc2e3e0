import { regionName } from '../../../api/names'
import { onOneLine } from '../../../lib/text/one-line'
import { curlOfStep, curlPlace, shellWord } from './curl'
import { type SharedPlan, type ShareSpeech, stepLine, timeOf, warnings } from './shared-plan'
import { placeName } from '../words/place-name'

/** How the script exits, as the command line does (docs/automation.md). */
const exitCodes = { misconfigured: '3', stopped: '5' } as const

/**
 * Returns a plan as a script for a POSIX shell, which sends the same calls in the same order and stops at the first that
 * fails. The access token comes from `$RAINBOND_TOKEN`, and the console's address, where it isn't known, from
 * `$RAINBOND_URL`. Names become words that a shell doesn't read.
 */
export function shellScript(plan: SharedPlan, speech: ShareSpeech): string {
  const { share: t } = speech
  const { parts, console } = plan
  const steps = parts.flatMap((part) => part.plan.steps.map((step) => ({ step, part })))
  const names = steps.map(({ step, part }, at) => `${String(at + 1)}. ${stepLine(speech, step, part)}`)
  const warned = parts.flatMap((part) =>
    warnings(speech, part).map((text) => t('stepOf', { component: placeName(part.target), step: text })),
  )
  return [
    '#!/bin/sh',
    ...comments([
      plan.action,
      ...whereLines(plan, speech),
      ...warned.map((text) => t('script.warning', { text })),
      '',
      t('script.usage', {
        variables: console === null ? 'RAINBOND_URL=… RAINBOND_TOKEN=…' : 'RAINBOND_TOKEN=…',
      }),
      t('script.needs'),
      t('script.exits', exitCodes),
    ]),
    'set -eu',
    '',
    ...required('RAINBOND_TOKEN', t('script.noToken')),
    ...(console === null
      ? [...required('RAINBOND_URL', t('script.noUrl')), 'RAINBOND_URL=${RAINBOND_URL%/}', '']
      : []),
    'plan() {',
    `  cat <<'PLAN'`,
    ...names.map(onOneLine),
    'PLAN',
    '}',
    '',
    'begin() {',
    '  step=$1',
    '  plan | sed -n "${step}p"',
    '}',
    '',
    'stop() {',
    '  {',
    `    printf '%s\\n' "$answer" ${said(t('script.stopped'))}`,
    '    plan | sed -n "${step}p"',
    `    printf '%s\\n' ${said(t('script.left'))}`,
    '    plan | sed "1,${step}d"',
    '  } >&2',
    `  exit ${exitCodes.stopped}`,
    '}',
    ...steps.flatMap(({ step, part }, at) => [
      '',
      ...comments([names[at] ?? '']),
      `begin ${String(at + 1)}`,
      `answer=$(${curlOfStep(step, curlPlace(part.target, console))}) || stop`,
    ]),
    '',
    `printf '%s\\n' ${said(t('script.done'))}`,
    '',
  ].join('\n')
}

/** Says where and when a plan was made. */
export function whereLines(plan: SharedPlan, { share: t }: ShareSpeech): string[] {
  const [part] = plan.parts
  const region = part ? regionName(part.target.region) : ''
  return [
    t('team', { team: plan.team }),
    t('cluster', { cluster: region }),
    t('written', { time: timeOf(plan) }),
  ]
}

function comments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${onOneLine(line)}`.trimEnd())
}

/** A sentence as a word of the shell. */
function said(text: string): string {
  return shellWord(onOneLine(text))
}

function required(variable: string, message: string): string[] {
  return [
    `if [ -z "\${${variable}:-}" ]; then`,
    `  printf '%s\\n' ${said(message)} >&2`,
    `  exit ${exitCodes.misconfigured}`,
    'fi',
    '',
  ]
}
