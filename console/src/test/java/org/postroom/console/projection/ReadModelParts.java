package org.postroom.console.projection;

import java.util.List;
import javax.sql.DataSource;
import org.postroom.console.live.jdbc.SignalChannel;
import org.postroom.console.projection.jdbc.Generations;
import org.postroom.console.projection.jdbc.ReadModels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The read models of a database, without a console and its listeners. */
final class ReadModelParts {

    private final Generations generations;
    private final ReadModels readModels;

    ReadModelParts(DataSource source) {
        var database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        var signals = new SignalChannel(database);
        generations = new Generations(database, transactions, signals);
        readModels = new ReadModels(database, transactions, signals);
    }

    void prepare(String model) {
        generations.prepare(new ReadModel(model, 1, List.of()));
    }

    Generation serving(String model) {
        return generations.all().stream()
                .filter(each -> each.model().equals(model) && each.state() == Generation.State.SERVING)
                .findFirst()
                .orElseThrow();
    }

    void apply(Generation generation, LogPosition position, Projected projected) {
        readModels.apply(generation, List.of(new Step(position, projected)), News.CHANGES);
    }
}
