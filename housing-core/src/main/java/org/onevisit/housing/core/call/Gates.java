package org.onevisit.housing.core.call;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.onevisit.housing.view.AgencyHealth;

/** The gates of the agencies that have been called since the start. */
final class Gates {
    private final Map<String, Gate> gates = new ConcurrentSkipListMap<>();

    /** The gate of an agency. */
    Gate of(String agency) {
        return gates.computeIfAbsent(agency, Gate::new);
    }

    /** How they do, by agency. */
    List<AgencyHealth> health() {
        return gates.values().stream().map(Gate::health).toList();
    }
}
