import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { project } from '../e2e/processes/project'

const read = (name: string) => readFileSync(join(project, name), 'utf8')
const linesOf = (name: string) => read(name).split('\n')

describe('the network policy', () => {
  const policy = read('deploy/kubernetes/network-policy.yaml')
  const manifest = read('deploy/kubernetes/portdeck.yaml')
  const ingress = policy.slice(policy.indexOf('  ingress:'), policy.indexOf('  egress:'))
  const egress = policy.slice(policy.indexOf('  egress:'))

  test('selects the pods of the deployment, in both directions', () => {
    const label = /podSelector:\s+matchLabels: (\{.*\})/.exec(policy)?.[1]
    const template = manifest.slice(manifest.indexOf('template:'))
    expect(/labels: (\{.*\})/.exec(template)?.[1]).toBe(label)
    expect(policy).toContain('policyTypes: [Ingress, Egress]')
  })

  test('names each pod that may reach a port, and only ports that the pods have', () => {
    const peers = ingress.split('    - from:').slice(1)
    expect(peers.map((peer) => /port: (\w+)/.exec(peer)?.[1])).toEqual(['http', 'management'])
    for (const peer of peers) {
      expect(peer).toContain('namespaceSelector:')
      expect(peer).toMatch(/podSelector:\s+matchLabels: \{ \S+: /)
      const port = /port: (\w+)/.exec(peer)?.[1] ?? ''
      expect(manifest).toMatch(new RegExp(`name: ${port}, containerPort: \\d+`))
    }
  })

  test('allows only DNS and one address outside', () => {
    const peers = egress.split('    - to:').slice(1)
    expect(peers.map((peer) => [...peer.matchAll(/port: (\d+)/g)].map(([, port]) => port))).toEqual([
      ['53', '53'],
      ['443'],
    ])
    expect(peers[0]).toContain('k8s-app: kube-dns')
    expect(peers[1]).toMatch(/ipBlock: \{ cidr: [\d.]+\/32 \}/)
    expect(policy).not.toMatch(/0\.0\.0\.0\/0|(Selector|from|to): (\{\}|\[\])/)
  })
})

describe('files with secrets', () => {
  test.each(['.env', '.env.local', '.env.production', 'deploy/.env'])('git ignores %s', (path) => {
    // A repository of its own, because the project may have been unpacked from an archive.
    const cwd = mkdtempSync(join(tmpdir(), 'portdeck-git-'))
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
    cpSync(join(project, '.gitignore'), join(cwd, '.gitignore'))
    const git = (...args: string[]) => spawnSync('git', ['-c', 'core.excludesFile=', ...args], { cwd }).status
    expect([git('init', '--quiet'), git('check-ignore', '--quiet', path)]).toEqual([0, 0])
    expect(git('check-ignore', '--quiet', 'src/main.tsx')).toBe(1)
  })

  test('no image contains them, in whatever folder they are', () => {
    expect(linesOf('.dockerignore')).toContain('**/.env*')
    expect(linesOf('.dockerignore').filter((line) => line.startsWith('!'))).toEqual([])
  })
})

test('everybody may read what the image gets from a checkout under umask 077', () => {
  const dockerfile = read('deploy/Dockerfile')
  const readable = /chmod -R a\+rX (.*)$/m.exec(dockerfile)?.[1]?.split(' ') ?? []
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/portdeck\/(\S+) /gm)].map(
    ([, path = '']) => path,
  )
  expect(copied.length).toBeGreaterThan(0)
  for (const path of copied)
    expect(
      readable.some((readablePath) => path === readablePath || path.startsWith(`${readablePath}/`)),
      path,
    ).toBe(true)
})

test('the guide’s nginx limits how much one address may have open, and refuses so that the page tries again', () => {
  const config = read('deploy/nginx.conf')
  const [, zone = ''] = /^limit_conn_zone \$binary_remote_addr zone=(\w+):\d+m;$/m.exec(config) ?? []
  expect(config).toMatch(new RegExp(`^  limit_conn ${zone} \\d+;\\n  limit_conn_status 429;$`, 'm'))
})
