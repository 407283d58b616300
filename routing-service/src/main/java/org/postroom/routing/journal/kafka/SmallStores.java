package org.postroom.routing.journal.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/**
 * Keeps the stores' memory small: routing decides in memory and reads a store only when a partition is taken over, so
 * neither large write buffers nor many of them pay.
 */
public final class SmallStores implements RocksDBConfigSetter {

    private static final long WRITE_BUFFER = 4L << 20;
    private static final int WRITE_BUFFERS = 2;

    /** For Kafka Streams. */
    public SmallStores() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {}
}
