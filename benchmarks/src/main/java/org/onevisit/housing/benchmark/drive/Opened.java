package org.onevisit.housing.benchmark.drive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.onevisit.housing.benchmark.floor.Floor;
import org.onevisit.housing.benchmark.ours.OurPostgres;
import org.onevisit.housing.benchmark.ours.OurSqlite;
import org.onevisit.housing.benchmark.ours.OurStore;
import org.onevisit.housing.benchmark.ours.Ours;
import org.onevisit.housing.benchmark.peer.CamundaPeer;
import org.onevisit.housing.benchmark.peer.FlowablePeer;
import org.onevisit.housing.benchmark.store.H2Storage;
import org.onevisit.housing.benchmark.store.PostgresStorage;
import org.onevisit.housing.benchmark.store.SqliteStorage;
import org.onevisit.housing.benchmark.store.Storage;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.benchmark.work.Contender;

/**
 * An engine over a fresh store.
 *
 * @param contender the engine
 * @param tally of what it executes
 * @param durability settings that were read back
 * @param bytes on disk
 * @param under ends what does not end with the engine
 */
public record Opened(Contender contender, Tally tally, List<String> durability, LongSupplier bytes, Runnable under)
        implements AutoCloseable {
    private static final int SPARE = 4;

    /** Opens the engine of a row in an empty folder, for so many clients. */
    public static Opened of(Row row, Path folder, int clients) {
        return switch (row.engine()) {
            case OURS ->
                ours(row.database() == Row.Database.EMBEDDED ? new OurSqlite(folder) : new OurPostgres(folder), folder);
            case FLOWABLE -> {
                Storage storage = storage(row, folder, clients);
                yield over(storage, new FlowablePeer(storage));
            }
            case CAMUNDA -> {
                Storage storage = storage(row, folder, clients);
                yield over(storage, new CamundaPeer(storage));
            }
            case FLOOR, GROUPED_FLOOR -> {
                Storage storage = storage(row, folder, clients);
                boolean grouped = row.engine() == Row.Engine.GROUPED_FLOOR;
                int writers = row.database() == Row.Database.EMBEDDED ? 1 : clients;
                yield over(storage, new Floor(storage, grouped, writers));
            }
        };
    }

    private static Opened ours(OurStore store, Path folder) {
        Ours ours = new Ours(folder, store.store(), store.tally(), Clock.systemUTC());
        return new Opened(ours, store.tally(), store.readBack(), store::bytes, store::close);
    }

    private static Storage storage(Row row, Path folder, int clients) {
        if (row.database() == Row.Database.POSTGRESQL) {
            return new PostgresStorage(folder, clients + SPARE);
        }
        return row.engine().peer() ? new H2Storage(folder, row.survives(), clients + SPARE) : new SqliteStorage(folder);
    }

    private static Opened over(Storage storage, Contender contender) {
        return new Opened(contender, storage.tally(), storage.readBack(), storage::bytes, () -> {});
    }

    @Override
    public void close() {
        contender.close();
        under.run();
    }
}
