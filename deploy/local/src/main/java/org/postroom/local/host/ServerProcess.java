package org.postroom.local.host;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a small server running as a process of its own until it is asked to end. */
public final class ServerProcess {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

    private ServerProcess() {}

    /** Waits for the end of the process (SIGTERM), then closes the server. Does not return before. */
    public static void runUntilTerminated(AutoCloseable server) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    try {
                        server.close();
                    } catch (Exception e) {
                        log.error("The server did not close cleanly", e);
                    }
                    ended.countDown();
                }));
        log.info("Ready");
        ended.await();
    }
}
