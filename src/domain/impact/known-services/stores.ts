import type { KnownService } from './known-service'

/**
 * Databases, caches, search engines and object stores, by the ports that they listen on unless told otherwise. Each
 * line names where its numbers come from: the IANA registry (iana.org/assignments/service-names-port-numbers), or the
 * product's own documentation.
 */
export const stores: readonly KnownService[] = [
  // MySQL Reference Manual, "MySQL Port Reference Tables": 3306 classic, 33060 X protocol
  { name: 'MySQL', kind: 'database', speaks: 'own', ports: [3306, 33060], words: ['MYSQL', 'MARIADB'] },
  // PostgreSQL documentation, "Connections and Authentication": port
  {
    name: 'PostgreSQL',
    kind: 'database',
    speaks: 'own',
    ports: [5432],
    words: ['POSTGRES', 'POSTGRESQL', 'PGSQL', 'POSTGIS', 'TIMESCALEDB'],
  },
  // PgBouncer documentation, "listen_port"
  { name: 'PgBouncer', kind: 'database', speaks: 'own', ports: [6432], words: ['PGBOUNCER'] },
  // openGauss documentation, "port" (5432 unless set at installation); its container listens on 5432
  { name: 'openGauss', kind: 'database', speaks: 'own', ports: [], words: ['OPENGAUSS', 'GAUSSDB'] },
  // Microsoft Learn, "Configure SQL Server to listen on a specific TCP port"; IANA ms-sql-s
  { name: 'SQL Server', kind: 'database', speaks: 'own', ports: [1433], words: ['MSSQL', 'SQLSERVER'] },
  // Oracle Net Services Administrator's Guide, default listener port
  { name: 'Oracle', kind: 'database', speaks: 'own', ports: [1521], words: ['ORACLE'] },
  // IBM Db2 documentation, default port of the first instance
  { name: 'Db2', kind: 'database', speaks: 'own', ports: [50000], words: ['DB2'] },
  // OceanBase documentation, "Ports": 2881 SQL, 2882 RPC, 2883 OBProxy
  {
    name: 'OceanBase',
    kind: 'database',
    speaks: 'own',
    ports: [2881, 2882, 2883],
    words: ['OCEANBASE', 'OBSERVER', 'OBPROXY'],
  },
  // TiDB documentation, "Software and Hardware Recommendations": TiKV 20160; its 4000 web servers use as well
  { name: 'TiDB', kind: 'database', speaks: 'own', ports: [20160], words: ['TIDB', 'TIKV'] },
  // Dameng DM8 manual, dm.ini PORT_NUM
  { name: 'Dameng', kind: 'database', speaks: 'own', ports: [5236], words: ['DAMENG', 'DM8', 'DMDB'] },
  // help.kingbase.com.cn, connection parameters: port 54321
  { name: 'KingbaseES', kind: 'database', speaks: 'own', ports: [54321], words: ['KINGBASE', 'KINGBASEES'] },
  // docs.taosdata.com: 6030 serverPort, 6041 REST of taosAdapter
  { name: 'TDengine', kind: 'database', speaks: 'both', ports: [6030, 6041], words: ['TDENGINE', 'TAOS'] },
  // Apache Doris documentation, "Ports": 9030 MySQL protocol and 8030 http of the FE, 9060 of the BE
  { name: 'Apache Doris', kind: 'database', speaks: 'both', ports: [8030, 9030, 9060], words: ['DORIS'] },
  // StarRocks documentation, "Check environment configurations"; the same numbers as Doris
  { name: 'StarRocks', kind: 'database', speaks: 'both', ports: [], words: ['STARROCKS'] },
  // Neo4j Operations Manual, "Ports": 7474 and 7473 http, 7687 Bolt
  { name: 'Neo4j', kind: 'database', speaks: 'both', ports: [7473, 7474, 7687], words: ['NEO4J'] },
  // NebulaGraph documentation, graphd
  { name: 'NebulaGraph', kind: 'database', speaks: 'own', ports: [9669], words: ['NEBULA'] },
  // MongoDB Manual, "Default MongoDB Port"
  {
    name: 'MongoDB',
    kind: 'database',
    speaks: 'own',
    ports: [27017, 27018, 27019],
    words: ['MONGO', 'MONGODB', 'MONGOS'],
  },
  // Apache Cassandra documentation: 7000 between nodes, 7199 JMX, 9042 CQL
  {
    name: 'Cassandra',
    kind: 'database',
    speaks: 'own',
    ports: [7000, 7199, 9042],
    words: ['CASSANDRA', 'SCYLLA', 'SCYLLADB'],
  },
  // Couchbase documentation, "Couchbase Server Ports": 8091 to 8096 http, 11210 data
  {
    name: 'Couchbase',
    kind: 'database',
    speaks: 'both',
    ports: [8091, 8092, 8093, 8094, 8095, 8096, 11210],
    words: ['COUCHBASE'],
  },
  // Apache CouchDB documentation, "chttpd"
  { name: 'CouchDB', kind: 'database', speaks: 'http', ports: [5984], words: ['COUCHDB'] },
  // InfluxDB documentation, "Ports"
  { name: 'InfluxDB', kind: 'database', speaks: 'http', ports: [8086], words: ['INFLUXDB', 'INFLUX'] },
  // ClickHouse documentation, "Network ports": 8123 http, 9000 native (here MinIO's), 9009 between servers
  { name: 'ClickHouse', kind: 'database', speaks: 'both', ports: [8123, 9009], words: ['CLICKHOUSE'] },
  // ArangoDB documentation, endpoint
  { name: 'ArangoDB', kind: 'database', speaks: 'http', ports: [8529], words: ['ARANGODB', 'ARANGO'] },
  // CockroachDB documentation, "cockroach start": 26257; its console is on 8080
  {
    name: 'CockroachDB',
    kind: 'database',
    speaks: 'both',
    ports: [26257],
    words: ['COCKROACH', 'COCKROACHDB'],
  },
  // Apache HBase Reference Guide, default ports
  { name: 'HBase', kind: 'database', speaks: 'both', ports: [16000, 16010, 16020], words: ['HBASE'] },
  // Apache Hive documentation, HiveServer2
  { name: 'Hive', kind: 'database', speaks: 'own', ports: [10000], words: ['HIVE', 'HIVESERVER'] },
  // Milvus documentation, "Milvus ports": 19530 gRPC, 9091 health and metrics
  { name: 'Milvus', kind: 'database', speaks: 'both', ports: [19530], words: ['MILVUS'] },
  // Qdrant documentation, "Network ports"
  { name: 'Qdrant', kind: 'database', speaks: 'both', ports: [6333, 6334], words: ['QDRANT'] },
  // Weaviate and Chroma listen on ordinary web ports: by name alone
  { name: 'Weaviate', kind: 'database', speaks: 'both', ports: [], words: ['WEAVIATE'] },
  { name: 'Chroma', kind: 'database', speaks: 'http', ports: [], words: ['CHROMADB'] },
  // Redis documentation, "port"; 6380 as of managed Redis over TLS; Sentinel 26379; 16379 the cluster bus
  {
    name: 'Redis',
    kind: 'cache',
    speaks: 'own',
    ports: [6379, 6380, 16379],
    words: ['REDIS', 'VALKEY', 'KEYDB', 'DRAGONFLYDB'],
  },
  { name: 'Redis Sentinel', kind: 'cache', speaks: 'own', ports: [26379], words: [] },
  // Memcached wiki, "ConfiguringServer"; IANA memcache
  { name: 'Memcached', kind: 'cache', speaks: 'own', ports: [11211], words: ['MEMCACHED', 'MEMCACHE'] },
  // Hazelcast documentation, "Port"
  { name: 'Hazelcast', kind: 'cache', speaks: 'own', ports: [5701], words: ['HAZELCAST'] },
  // Apache Ignite documentation: 10800 thin clients, 47500 discovery
  { name: 'Apache Ignite', kind: 'cache', speaks: 'own', ports: [10800, 47500], words: ['IGNITE'] },
  // Elasticsearch Guide, "Networking": 9200 http, 9300 transport; OpenSearch keeps the numbers
  {
    name: 'Elasticsearch',
    kind: 'search',
    speaks: 'both',
    ports: [9200, 9300],
    words: ['ELASTICSEARCH', 'ELASTIC', 'OPENSEARCH'],
  },
  // Apache Solr Reference Guide, default port
  { name: 'Solr', kind: 'search', speaks: 'http', ports: [8983], words: ['SOLR'] },
  // Meilisearch documentation, "http-addr"
  { name: 'Meilisearch', kind: 'search', speaks: 'http', ports: [7700], words: ['MEILISEARCH'] },
  // Apache Druid documentation, "Ports"; its web ports are those of ordinary servers: by name alone
  { name: 'Apache Druid', kind: 'database', speaks: 'http', ports: [], words: ['DRUID'] },
  // MinIO documentation: 9000 the API, 9001 as the console's port in every example
  { name: 'MinIO', kind: 'file-sharing', speaks: 'both', ports: [9000], words: ['MINIO'] },
  { name: 'MinIO Console', kind: 'admin', speaks: 'both', ports: [9001], words: ['MINIO'], only: [9001] },
]
