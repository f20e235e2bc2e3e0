import { SessionGate } from '../features/session/SessionGate'
import { Layout } from './Layout'
import { Pages } from './Pages'

export function App() {
  return (
    <Layout>
      <SessionGate>
        <Pages />
      </SessionGate>
    </Layout>
  )
}
