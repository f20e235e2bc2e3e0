import type { PortField } from '../model/desired-state'

/** What a plan takes away and its undo cannot bring back. */
export type Loss =
  /** A public address that goes with the deleted port. `custom`: a person bound it. */
  | { kind: 'public-address'; port: number; publicAddress: string; custom: boolean }
  /** The public TCP port number. `certain`: it goes with the port; else a reopening need not give it back. */
  | { kind: 'tcp-port'; port: number; publicAddress: string; certain: boolean }
  /** A health probe on the deleted port is switched off. Whether there is one cannot be read. */
  | { kind: 'health-probe'; port: number }
  /** The gateway rules could not be read: public addresses may go with the deleted port. */
  | { kind: 'gateway-rules-unknown'; port: number }
  /** A rule that was active beside a closed outer, or of another protocol: an undo leaves it closed. */
  | { kind: 'leftover-gateway-rule'; port: number; publicAddress: string }
  /** A rule that was closed beside an open outer: opening outer opens it too, here (`inPlan`) or in an undo. */
  | { kind: 'gateway-rule-opens'; port: number; publicAddress: string; inPlan: boolean }
  /** The port shares its alias with siblings, so that opening inner mixes up their connection variables. */
  | { kind: 'shared-variables'; port: number; alias: string; siblings: readonly number[] }
  /** Nobody can ask for the old value of a field. */
  | { kind: 'no-return'; port: number; field: PortField; value: string | boolean }
  /** Old data has several internal domains, or one that the server takes no more; a rename makes them one. */
  | { kind: 'separate-internal-domains'; internalDomains: readonly string[] }

/** Whether a person must be shown a loss before it happens; the others need only be said. */
export function isGrave(loss: Loss): boolean {
  switch (loss.kind) {
    case 'public-address':
    case 'health-probe':
    case 'gateway-rules-unknown':
    case 'shared-variables':
    case 'separate-internal-domains':
      return true
    case 'tcp-port':
      return loss.certain
    case 'gateway-rule-opens':
      return loss.inPlan
    case 'leftover-gateway-rule':
    case 'no-return':
      return false
  }
}

/** What an undo leaves as it is, because somebody else changed it after the plan. */
export type LeftAlone =
  | { kind: 'field'; port: number; field: PortField; planned: string | boolean; now: string | boolean }
  /** The plan added the port, and somebody has changed it since: it is not deleted. */
  | { kind: 'port-changed'; port: number }
  /** Somebody deleted the port. */
  | { kind: 'port-gone'; port: number }
  /** The plan deleted the port, and somebody has added it again. */
  | { kind: 'port-back'; port: number }
  | { kind: 'internal-domain'; planned: string; now: string }
