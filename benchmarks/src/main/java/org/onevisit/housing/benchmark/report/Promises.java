package org.onevisit.housing.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.benchmark.drive.Row;
import org.onevisit.housing.benchmark.drive.Row.Database;
import org.onevisit.housing.benchmark.drive.Row.Engine;
import org.onevisit.housing.benchmark.store.Survives;

/** The promised ratios, from what was measured. */
public final class Promises {
    private static final Map<Integer, Double> EMBEDDED = Map.of(1, 5.0, 8, 15.0, 32, 40.0);
    private static final Map<Integer, Double> POSTGRESQL = Map.of(1, 4.0, 8, 12.0, 32, 20.0);
    private static final Map<Integer, Double> UNSYNCED = Map.of(8, 4.0, 32, 10.0);
    private static final double FLOOR = 1.3;
    private static final double GROUPED = 1.5;
    private final Results results;

    /** Promises about these results. */
    public Promises(Results results) {
        this.results = results;
    }

    /** All that these numbers of clients have. */
    public List<Promise> all() {
        List<Promise> all = new ArrayList<>();
        peers(all, Database.EMBEDDED, Survives.POWER, EMBEDDED, "embedded");
        peers(all, Database.EMBEDDED, Survives.NOTHING, UNSYNCED, "embedded, ours durable, theirs not synced");
        peers(all, Database.POSTGRESQL, Survives.POWER, POSTGRESQL, "PostgreSQL");
        floor(all, Database.EMBEDDED, "embedded");
        floor(all, Database.POSTGRESQL, "PostgreSQL");
        return all;
    }

    private void peers(
            List<Promise> all, Database database, Survives theirs, Map<Integer, Double> bounds, String where) {
        Row ours = new Row(Engine.OURS, database, Survives.POWER);
        List<Row> peers =
                List.of(new Row(Engine.FLOWABLE, database, theirs), new Row(Engine.CAMUNDA, database, theirs));
        new TreeMap<>(bounds).forEach((clients, bound) -> {
            if (results.clients().contains(clients)) {
                all.add(Promise.of(
                        "%s/peers-%s/%d".formatted(database, theirs, clients),
                        "%s, %s: ours beside the better peer".formatted(where, clients(clients)),
                        true,
                        bound,
                        results.ratios(ours, peers, clients)));
            }
        });
    }

    private void floor(List<Promise> all, Database database, String where) {
        Row ours = new Row(Engine.OURS, database, Survives.POWER);
        for (int clients : results.clients()) {
            Row floor = new Row(clients == 1 ? Engine.FLOOR : Engine.GROUPED_FLOOR, database, Survives.POWER);
            all.add(Promise.of(
                    "%s/floor/%d".formatted(database, clients),
                    "%s, %s: %s beside ours"
                            .formatted(where, clients(clients), floor.engine().text()),
                    false,
                    clients == 1 ? FLOOR : GROUPED,
                    results.ratios(floor, List.of(ours), clients)));
        }
    }

    private static String clients(int count) {
        return count == 1 ? "1 client" : count + " clients";
    }
}
