import type { KnownService } from './known-service'

/**
 * Queues, coordination and whatever steers a cluster, by the ports that they listen on unless told otherwise. Each line
 * names where its numbers come from: the IANA registry, or the product's own documentation.
 */
export const middleware: readonly KnownService[] = [
  // Apache Kafka documentation, "listeners": 9092; 9093 in its examples for TLS and the controller
  { name: 'Kafka', kind: 'queue', speaks: 'own', ports: [9092], words: ['KAFKA', 'REDPANDA'] },
  // Apache Pulsar documentation, broker.conf: 6650, 6651 with TLS; its web service is on 8080
  { name: 'Pulsar', kind: 'queue', speaks: 'both', ports: [6650, 6651], words: ['PULSAR'] },
  // Apache RocketMQ documentation: 9876 name server, 10909, 10911 and 10912 broker
  {
    name: 'RocketMQ',
    kind: 'queue',
    speaks: 'both',
    ports: [9876, 10909, 10911, 10912],
    words: ['ROCKETMQ', 'RMQNAMESRV', 'RMQBROKER'],
  },
  // RabbitMQ documentation, "Networking": 5672 and 5671 AMQP, 15672 management, 25672 between nodes, 4369 epmd
  { name: 'AMQP', kind: 'queue', speaks: 'own', ports: [5671, 5672], words: ['AMQP'] },
  { name: 'RabbitMQ', kind: 'queue', speaks: 'both', ports: [15672, 25672], words: ['RABBITMQ', 'RABBIT'] },
  { name: 'RabbitMQ (epmd)', kind: 'queue', speaks: 'own', ports: [4369], words: [] },
  // Apache ActiveMQ documentation: 61616 OpenWire, 8161 web console
  { name: 'ActiveMQ', kind: 'queue', speaks: 'both', ports: [61616, 8161], words: ['ACTIVEMQ', 'ARTEMIS'] },
  // NATS documentation: 4222 clients, 6222 routes, 8222 monitoring
  { name: 'NATS', kind: 'queue', speaks: 'both', ports: [4222, 6222, 8222], words: ['NATS'] },
  // NSQ documentation: 4150 and 4151 nsqd, 4160 and 4161 nsqlookupd
  { name: 'NSQ', kind: 'queue', speaks: 'both', ports: [4150, 4151, 4160, 4161], words: ['NSQ', 'NSQD'] },
  // EMQX documentation, "Dashboard": 18083
  { name: 'EMQX Dashboard', kind: 'admin', speaks: 'http', ports: [18083], words: ['EMQX'], only: [18083] },
  // ZooKeeper Administrator's Guide: 2181 clients, 2888 and 3888 between servers
  {
    name: 'ZooKeeper',
    kind: 'cluster-control',
    speaks: 'own',
    ports: [2181, 2888, 3888],
    words: ['ZOOKEEPER', 'ZK'],
  },
  // etcd documentation; IANA etcd-client, etcd-server
  { name: 'etcd', kind: 'cluster-control', speaks: 'both', ports: [2379, 2380], words: ['ETCD'] },
  // Consul documentation, "Required ports": 8500 and 8501 http, 8300 to 8302, 8600 DNS
  {
    name: 'Consul',
    kind: 'cluster-control',
    speaks: 'both',
    ports: [8300, 8301, 8302, 8500, 8501, 8600],
    words: ['CONSUL'],
  },
  // Vault documentation, "listener": 8200, 8201 between servers
  {
    name: 'Vault',
    kind: 'cluster-control',
    speaks: 'both',
    ports: [8200, 8201],
    words: ['VAULT', 'OPENBAO'],
  },
  // Nacos documentation: 8848, and offsets 9848 and 9849 for gRPC
  { name: 'Nacos', kind: 'cluster-control', speaks: 'both', ports: [8848, 9848, 9849], words: ['NACOS'] },
  // Eureka of Spring Cloud Netflix, getting started
  { name: 'Eureka', kind: 'cluster-control', speaks: 'http', ports: [8761], words: ['EUREKA'] },
  // Docker documentation, "Protect the Docker daemon socket": 2375, 2376 with TLS; 2377 Swarm
  {
    name: 'Docker',
    kind: 'cluster-control',
    speaks: 'both',
    ports: [2375, 2377],
    words: ['DIND', 'DOCKERD'],
  },
  { name: 'Docker (TLS)', kind: 'cluster-control', speaks: 'both', ports: [2376], words: [] },
  // Kubernetes documentation, "Ports and Protocols"
  { name: 'Kubernetes API', kind: 'cluster-control', speaks: 'both', ports: [6443], words: ['APISERVER'] },
  { name: 'kubelet', kind: 'cluster-control', speaks: 'both', ports: [10250, 10255], words: ['KUBELET'] },
  {
    name: 'Kubernetes control plane',
    kind: 'cluster-control',
    speaks: 'both',
    ports: [10249, 10257, 10259],
    words: [],
  },
  // Spark documentation, "Configuring Ports for Network Security": 7077 master; its pages by name alone
  { name: 'Spark', kind: 'admin', speaks: 'both', ports: [7077], words: ['SPARK'] },
  // Flink documentation, "rest.port" and "jobmanager.rpc.port"
  { name: 'Flink', kind: 'admin', speaks: 'both', ports: [8081, 6123], words: ['FLINK', 'JOBMANAGER'] },
  // Hadoop documentation, hdfs-default.xml: NameNode 9870, before Hadoop 3 50070
  {
    name: 'Hadoop',
    kind: 'admin',
    speaks: 'both',
    ports: [9870, 50070],
    words: ['HADOOP', 'HDFS', 'YARN', 'NAMENODE', 'RESOURCEMANAGER'],
  },
  // XXL-JOB documentation: the executor's embedded server is on 9999; the admin on 8080, by name alone
  { name: 'XXL-JOB', kind: 'admin', speaks: 'http', ports: [9999], words: ['XXLJOB'] },
]
