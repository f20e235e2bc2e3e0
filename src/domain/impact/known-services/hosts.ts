import type { KnownService, RiskKind } from './known-service'

/** What signs in to a machine or shares its files. The numbers are the IANA registry's unless a line says otherwise. */
export const hosts: readonly KnownService[] = [
  { name: 'FTP', kind: 'file-sharing', speaks: 'own', ports: [21], words: ['FTP'] },
  // 2222: where containers that may not use 22 put it (linuxserver/openssh-server, Gitea rootless, sftp images)
  {
    name: 'SSH',
    kind: 'remote-login',
    speaks: 'own',
    ports: [22, 2222],
    words: ['SSH', 'SSHD', 'OPENSSH', 'SFTP'],
  },
  { name: 'Telnet', kind: 'remote-login', speaks: 'own', ports: [23], words: ['TELNET'] },
  { name: 'rpcbind', kind: 'file-sharing', speaks: 'own', ports: [111], words: ['RPCBIND'] },
  { name: 'NetBIOS', kind: 'file-sharing', speaks: 'own', ports: [139], words: [] },
  { name: 'SMB', kind: 'file-sharing', speaks: 'own', ports: [445], words: ['SMB', 'SAMBA'] },
  { name: 'rexec', kind: 'remote-login', speaks: 'own', ports: [512], words: [] },
  { name: 'rlogin', kind: 'remote-login', speaks: 'own', ports: [513], words: [] },
  { name: 'rsh', kind: 'remote-login', speaks: 'own', ports: [514], words: [] },
  { name: 'rsync', kind: 'file-sharing', speaks: 'own', ports: [873], words: ['RSYNC'] },
  { name: 'NFS', kind: 'file-sharing', speaks: 'own', ports: [2049], words: ['NFS'] },
  { name: 'RDP', kind: 'remote-login', speaks: 'own', ports: [3389], words: ['RDP', 'XRDP'] },
  { name: 'VNC', kind: 'remote-login', speaks: 'own', ports: [5900, 5901], words: ['VNC'] },
  // Microsoft Learn, "Installation and configuration for Windows Remote Management"
  { name: 'WinRM', kind: 'remote-login', speaks: 'both', ports: [5985, 5986], words: ['WINRM'] },
]

/**
 * Over UDP other things answer; some of them are turned against third parties, one small question a large answer (CISA
 * alert TA14-017A, "UDP-Based Amplification Attacks"). The numbers are the IANA registry's.
 */
export const overUdp: ReadonlyMap<number, { kind: RiskKind; name: string }> = new Map([
  [69, { kind: 'file-sharing', name: 'TFTP' }],
  [111, { kind: 'reflection', name: 'rpcbind' }],
  [123, { kind: 'reflection', name: 'NTP' }],
  [137, { kind: 'file-sharing', name: 'NetBIOS' }],
  [161, { kind: 'reflection', name: 'SNMP' }],
  [389, { kind: 'reflection', name: 'LDAP' }],
  [623, { kind: 'admin', name: 'IPMI' }],
  [1900, { kind: 'reflection', name: 'SSDP' }],
  [2049, { kind: 'file-sharing', name: 'NFS' }],
  [11211, { kind: 'reflection', name: 'Memcached' }],
])
