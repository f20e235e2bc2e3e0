import type { ReactNode } from 'react'
import { SessionGate } from '../features/session/SessionGate'
import { Layout } from './Layout'
import { PageNotices } from './PageNotices'
import { Pages } from './Pages'
import { Places } from './Places'

interface AppProps {
  demoControls: ReactNode
}

export function App({ demoControls }: AppProps) {
  return (
    <Layout demoControls={demoControls}>
      <SessionGate>
        <Places>
          <Pages />
          <PageNotices />
        </Places>
      </SessionGate>
    </Layout>
  )
}
