package org.onevisit.housing.host.fault;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A bundle with a county's own calendar, which commits the faults that a test switches on. */
public final class FaultyCalendar implements BundleActivator, WorkCalendar {
    private final Misbehaviour counting = new Misbehaviour("calendar");
    private @Nullable ServiceRegistration<WorkCalendar> registration;
    private String version = "";

    @Override
    public void start(BundleContext context) {
        counting.hangsIf("BLOCKS_IN_ACTIVATE");
        version = context.getBundle().getVersion().toString();
        Hashtable<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 7);
        registration = context.registerService(WorkCalendar.class, this, first);
    }

    @Override
    public void stop(BundleContext context) {
        counting.hangsIf("BLOCKS_IN_DEACTIVATE");
    }

    @Override
    public String edition() {
        counting.inACall();
        if (registration != null && counting.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        return counting.is("TEN_MEGABYTES") ? "x".repeat(10 << 20) : "county " + version;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return !counting.is("WRONG_ANSWER")
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return true;
    }
}
