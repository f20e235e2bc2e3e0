import { interruptWrites } from './interruption'
import { killUnderLoad, restartUnderLoad } from './kills'
import { signIn } from './person'
import { clickWhileReplicasDie } from './screen'
import { signOutAcrossReplicas } from './signing-out'
import { setStage } from './stage'
import { stopAtTheBound } from './stopping'
import { checkAuditTrail, createTally } from './tally'

/** The time limit in milliseconds. A run takes a minute on two busy cores. */
const longestRunMs = 240_000

const tally = createTally()
const hanging = setTimeout(() => {
  tally.check('the run ended in time', false)
  tally.close()
  process.exit(1)
}, longestRunMs)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const stage = await setStage()
await tally.part('A replica is killed while somebody works', async () =>
  killUnderLoad(stage, await signIn(stage.origin, stage.rainbond), tally),
)
await tally.part('Both replicas are restarted as docs/nginx.md says', async () =>
  restartUnderLoad(stage, await signIn(stage.origin, stage.rainbond), tally),
)
await tally.part('A replica dies with a write at the console', async () =>
  interruptWrites(stage, await signIn(stage.origin, stage.rainbond), tally),
)
await tally.part('A replica stops at its bound with a write at the console', async () =>
  stopAtTheBound(stage, await signIn(stage.origin, stage.rainbond), tally),
)
await tally.part('Somebody signs out at one of two replicas', () => signOutAcrossReplicas(stage, tally))
await tally.part('Somebody clicks in a browser while replicas die', () => clickWhileReplicasDie(stage, tally))
await stage.close()
await tally.part('The audit trail of all of it', () => checkAuditTrail(stage, tally))
clearTimeout(hanging)
process.exit(tally.close() ? 0 : 1)
