import type { ReactNode } from 'react'
import { SessionGate } from '../features/session/SessionGate'
import { Layout } from './Layout'
import { Pages } from './Pages'

interface AppProps {
  demoControls: ReactNode
}

export function App({ demoControls }: AppProps) {
  return (
    <Layout demoControls={demoControls}>
      <SessionGate>
        <Pages />
      </SessionGate>
    </Layout>
  )
}
