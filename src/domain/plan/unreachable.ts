/** Why no order of calls leads to a desired state. */
export type Unreachable =
  /** A number outside 1–65535. */
  | { reason: 'port-invalid'; port: number }
  /** The desired state edits a port that does not exist, and says too little to add it. */
  | { reason: 'port-gone'; port: number }
  /** The desired state adds a port, and somebody else has added one of this number meanwhile. */
  | { reason: 'port-taken'; port: number }
  /** The component has several ports of this number, and the API cannot name one of them. */
  | { reason: 'port-twice'; port: number }
  /** Outer without inner: exists in old data, and the server opens it no more. */
  | { reason: 'outer-without-inner'; port: number }
  | { reason: 'alias-invalid'; port: number; alias: string }
  /** Two ports would share an alias, and with it their connection variables. */
  | { reason: 'alias-taken'; port: number; alias: string; by: number }
  | { reason: 'internal-domain-invalid'; internalDomain: string }
  /** No port is left to carry the internal domain. */
  | { reason: 'internal-domain-without-port'; internalDomain: string }
  /** Every port shares its alias or has none that the server takes, so that no call can change the internal domain. */
  | { reason: 'internal-domain-needs-alias'; internalDomain: string; ports: readonly number[] }
