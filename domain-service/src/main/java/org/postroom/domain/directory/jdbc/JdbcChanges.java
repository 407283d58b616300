package org.postroom.domain.directory.jdbc;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Changes;
import org.postroom.runtime.problem.ConflictException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** One change is one transaction that holds the lock of the organisation's row. */
@Component
final class JdbcChanges implements Changes {

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    JdbcChanges(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public <R> R inOrganisation(String organisationId, Supplier<R> steps) {
        return run(status -> {
            lock(organisationId);
            return steps.get();
        });
    }

    @Override
    public <R> R onTrial(String organisationId, Supplier<R> steps) {
        return run(status -> {
            lock(organisationId);
            R result = steps.get();
            status.setRollbackOnly();
            return result;
        });
    }

    private <R> R run(TransactionCallback<R> steps) {
        @Nullable R result = transactions.execute(steps);
        if (result == null) {
            throw new IllegalStateException("expected the steps of a change to return something, but got null");
        }
        return result;
    }

    private void lock(String organisationId) {
        boolean known = database.sql("select id from organisation where id = :organisation for no key update")
                .param("organisation", organisationId)
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new ConflictException(
                    "expected an organisation that the operator has created, but yours is not known here");
        }
    }
}
