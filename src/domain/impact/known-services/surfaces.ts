import type { KnownService } from './known-service'

/**
 * Pages and ports for administrators, developers and monitoring, by the ports that they listen on unless told
 * otherwise. Each line names where its numbers come from: the IANA registry, or the product's own documentation.
 * Numbers that every other web server uses as well (3000, 8000, 8080) are left to the words.
 */
export const surfaces: readonly KnownService[] = [
  // Kong Gateway documentation, "Default ports": 8001 and 8444 Admin API, 8002 and 8445 Manager; 8000 is for people
  { name: 'Kong Admin API', kind: 'admin', speaks: 'http', ports: [], words: ['KONG'], only: [8001, 8444] },
  { name: 'Kong Manager', kind: 'admin', speaks: 'http', ports: [], words: ['KONG'], only: [8002, 8445] },
  // APISIX documentation, "deployment.admin.admin_listen" 9180; APISIX Dashboard, conf.yaml: 9000
  { name: 'APISIX Admin API', kind: 'admin', speaks: 'http', ports: [9180], words: ['APISIX'], only: [9180] },
  { name: 'APISIX Dashboard', kind: 'admin', speaks: 'http', ports: [], words: ['APISIX'], only: [9000] },
  // Envoy documentation, quick start: admin 9901
  { name: 'Envoy admin', kind: 'admin', speaks: 'http', ports: [9901], words: ['ENVOY'], only: [9901] },
  // HAProxy documentation, stats page in its examples
  { name: 'HAProxy stats', kind: 'monitoring', speaks: 'http', ports: [8404], words: [] },
  // Prometheus wiki, "Default port allocations"
  { name: 'Prometheus', kind: 'monitoring', speaks: 'http', ports: [9090], words: ['PROMETHEUS'] },
  { name: 'Pushgateway', kind: 'monitoring', speaks: 'http', ports: [9091], words: ['PUSHGATEWAY'] },
  { name: 'Alertmanager', kind: 'monitoring', speaks: 'http', ports: [9093], words: ['ALERTMANAGER'] },
  {
    name: 'Prometheus exporter',
    kind: 'monitoring',
    speaks: 'http',
    ports: [9100, 9104, 9115, 9121, 9187],
    words: ['EXPORTER'],
  },
  // Grafana documentation, "http_port" 3000: by name alone; Loki http_listen_port 3100, Tempo 3200
  { name: 'Grafana', kind: 'monitoring', speaks: 'http', ports: [], words: ['GRAFANA'] },
  { name: 'Loki', kind: 'monitoring', speaks: 'http', ports: [3100], words: ['LOKI'] },
  { name: 'Tempo', kind: 'monitoring', speaks: 'http', ports: [3200], words: [] },
  // VictoriaMetrics documentation, "httpListenAddr"
  { name: 'VictoriaMetrics', kind: 'monitoring', speaks: 'http', ports: [8428], words: ['VICTORIAMETRICS'] },
  // Kibana Guide, "server.port"
  { name: 'Kibana', kind: 'search', speaks: 'http', ports: [5601], words: ['KIBANA'] },
  // Jaeger documentation, "Ports"; Zipkin quickstart; SkyWalking documentation: 11800 gRPC, 12800 http
  { name: 'Jaeger', kind: 'monitoring', speaks: 'http', ports: [16686], words: ['JAEGER'] },
  { name: 'Zipkin', kind: 'monitoring', speaks: 'http', ports: [9411], words: ['ZIPKIN'] },
  { name: 'SkyWalking', kind: 'monitoring', speaks: 'both', ports: [11800, 12800], words: ['SKYWALKING'] },
  // Harbor, Jenkins, Rancher, Argo CD, Portainer and the like listen on ordinary web ports: by name alone
  { name: 'Harbor', kind: 'admin', speaks: 'http', ports: [], words: ['HARBOR'] },
  { name: 'Jenkins', kind: 'admin', speaks: 'http', ports: [], words: ['JENKINS'] },
  { name: 'Rancher', kind: 'cluster-control', speaks: 'http', ports: [], words: ['RANCHER'] },
  { name: 'Argo CD', kind: 'cluster-control', speaks: 'http', ports: [], words: ['ARGOCD'] },
  {
    name: 'phpMyAdmin',
    kind: 'admin',
    speaks: 'http',
    ports: [],
    words: ['PHPMYADMIN', 'ADMINER', 'PGADMIN'],
  },
  { name: 'Portainer', kind: 'cluster-control', speaks: 'http', ports: [], words: ['PORTAINER'] },
  // Jupyter Server documentation, "ServerApp.port"
  {
    name: 'Jupyter',
    kind: 'admin',
    speaks: 'http',
    ports: [8888],
    words: ['JUPYTER', 'JUPYTERLAB', 'JUPYTERHUB'],
  },
  // WebLogic documentation, default administration port
  { name: 'WebLogic', kind: 'admin', speaks: 'both', ports: [7001], words: ['WEBLOGIC'] },
  // WildFly Admin Guide, management interface
  { name: 'WildFly management', kind: 'admin', speaks: 'http', ports: [9990], words: [] },
  // Java: rmiregistry 1099; JDWP as in the JPDA documentation's and IDEs' examples 5005
  { name: 'Java RMI', kind: 'admin', speaks: 'own', ports: [1099], words: ['JMX', 'RMI'] },
  { name: 'Java debugger', kind: 'admin', speaks: 'own', ports: [5005], words: ['JDWP'] },
  // Node.js documentation, "Debugger": inspector 9229
  { name: 'Node.js debugger', kind: 'admin', speaks: 'both', ports: [9229], words: [] },
  // Chrome DevTools Protocol documentation, --remote-debugging-port=9222
  { name: 'Chrome DevTools', kind: 'admin', speaks: 'both', ports: [9222], words: [] },
  // Delve documentation's examples: 2345
  { name: 'Delve', kind: 'admin', speaks: 'own', ports: [2345], words: ['DELVE'] },
  // Selenium documentation, Grid
  { name: 'Selenium', kind: 'admin', speaks: 'http', ports: [4444], words: ['SELENIUM'] },
  // OpenLDAP Administrator's Guide; IANA ldap, ldaps
  { name: 'LDAP', kind: 'admin', speaks: 'own', ports: [389, 636], words: ['LDAP', 'OPENLDAP'] },
]
