package org.onevisit.housing.host;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.onevisit.housing.host.config.HostFile;
import org.onevisit.housing.host.config.StoreKind;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.host.http.HttpSide;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * What a host is to be, once program and file have both been heard; the program goes first.
 *
 * @param pack the county's pack
 * @param division the county, where it is not the pack's own
 * @param port where to listen, if at all
 * @param trust which modules are taken in
 * @param secondOperator does a second operator confirm the change of a pack?
 * @param store where applications are kept
 * @param clock the host's clock; a {@link MovableClock} in a demo
 */
record HostPlan(
        String pack,
        String division,
        OptionalInt port,
        Trust trust,
        boolean secondOperator,
        StoreKind store,
        Clock clock) {
    static HostPlan of(HostBuilder wanted, HostFile file) {
        String pack = wanted.pack.isBlank() ? file.pack() : wanted.pack;
        if (pack.isBlank()) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "no pack is given, and there is no default county; name one, for example pack(\"pinghu\"), or in %s"
                            .formatted(wanted.data.etc().resolve("host.json")));
        }
        return new HostPlan(
                pack,
                wanted.division.isBlank() ? file.division() : wanted.division,
                wanted.port.isPresent() ? wanted.port : file.port(),
                wanted.unsigned ? Trust.UNSIGNED : file.trust(),
                file.secondOperator() && !wanted.demo,
                file.store(),
                wanted.demo ? new DemoClock(wanted.data.demoClock()).over(wanted.clock) : wanted.clock);
    }

    /** The clock, if it may be moved. */
    Optional<MovableClock> demoClock() {
        return Optional.of(clock).filter(MovableClock.class::isInstance).map(MovableClock.class::cast);
    }

    /** Settings of the HTTP server, if there is to be one. */
    Map<String, String> server() {
        return port.isPresent() ? HttpSide.settings(port.getAsInt()) : Map.of();
    }

    /** Is the bundle needed? */
    boolean needs(NestedBundle bundle) {
        return (port.isPresent() || !bundle.httpOnly()) && !store.isWithout(bundle.name());
    }
}
