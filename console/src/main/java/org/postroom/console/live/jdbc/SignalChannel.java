package org.postroom.console.live.jdbc;

import java.util.Collection;
import org.postroom.console.live.Signal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends signals to every replica, with the transaction that made the change: nobody hears of it before it can be read. */
public final class SignalChannel {

    static final String NAME = "postroom_console";

    private final JdbcClient database;

    /** Sends through the given database. */
    public SignalChannel(JdbcClient database) {
        this.database = database;
    }

    /** Sends signals when the present transaction commits. */
    public void send(Collection<Signal> signals) {
        for (Signal signal : signals) {
            database.sql("select pg_notify(:channel, :signal)")
                    .param("channel", NAME)
                    .param("signal", signal.encoded())
                    .query((row, number) -> signal)
                    .list();
        }
    }
}
