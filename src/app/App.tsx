import { SessionGate } from '../features/session/SessionGate'
import { Layout } from './Layout'
import { Pages } from './Pages'

/** The header above everything; below it the sign-in, or the page that the address names. */
export function App() {
  return (
    <Layout>
      <SessionGate>
        <Pages />
      </SessionGate>
    </Layout>
  )
}
