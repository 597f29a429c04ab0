package org.onevisit.housing.host.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.host.drill.Offices;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.SlotView;

/**
 * A host in a JVM of its own, whose faulty plugin eats the memory in a call; it says what it has acknowledged, a line each. Applications
 * are accepted one after the other until then, so agencies are being called all the time.
 */
public final class HungryHost {
    /** The first household of this host. */
    static final int FIRST = 40;
    /** Where an application lies that a channel is to fetch. */
    static final String LAID_IN = "laid-in.json";

    private static final int BEFORE = 3;
    private static final int HOUSEHOLDS = 90;
    private static final int SLOW_MILLIS = 3_000;
    private static final int QUICK_MILLIS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration DUE = Duration.ofMinutes(70);
    private static final Duration MONTH = Duration.ofDays(31);
    private final FaultHost site;
    private final Hungry hungry;
    private final Path folder;

    private HungryHost(FaultHost site, Hungry hungry, Path folder) {
        this.site = site;
        this.hungry = hungry;
        this.folder = folder;
        site.from(FIRST);
    }

    /** Serves on a folder, with every check but one or none, until a call of this kind has left no memory. */
    public static void main(String[] args) throws InterruptedException, IOException {
        Path folder = Path.of(args[0]);
        Hungry hungry = Hungry.valueOf(args[1]);
        int delay = hungry == Hungry.REVIEW ? QUICK_MILLIS : SLOW_MILLIS;
        FaultHost site =
                new FaultHost(folder, hungry.check(), delay, Duration.parse(args[2]), builder -> hungry.beside()
                        .apply(builder.weighsCalls()));
        HungryHost host = new HungryHost(site, hungry, folder);
        tells(site.host().clock().instant());
        if (hungry == Hungry.REVIEW) {
            host.reviews();
        } else {
            site.host().follow("offices", new Offices(site.host(), number -> site.clerk()
                    .find(number)
                    .routedTo()));
            host.accepts();
        }
        Thread.sleep(PAUSE.multipliedBy(60).toMillis());
    }

    private void accepts() throws InterruptedException, IOException {
        ApplicationNumber last = null;
        switch (hungry) {
            case CHECK, CHANNEL, OUTLET, PUBLICITY -> on();
            case COLLECT -> {
                System.setProperty("housing.fault.collect.later", "true");
                on();
            }
            default -> {}
        }
        for (int i = 0; i < HOUSEHOLDS; i++) {
            if (i == BEFORE) {
                after(last);
            }
            last = site.accepted();
            accepted(last);
            if (i >= BEFORE - 1) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** What is called only when something is there: the last application was accepted just now. */
    private void after(ApplicationNumber last) throws IOException {
        switch (hungry) {
            case COLLECT -> {
                site.until(() -> site.slot(last, hungry.check()).status() == SlotView.Status.PROMISED);
                later(DUE);
            }
            case HAND_IN -> {
                String json = DrillSite.household(site.host(), site.clerk(), 5, FIRST + HOUSEHOLDS + 1)
                        .json();
                Files.writeString(folder.resolve(LAID_IN), json);
                on();
                System.setProperty("housing.fault.handin.json", json);
            }
            case CALENDAR -> {
                on();
                later(DUE);
            }
            case POLICY, ASSISTANCE, STORE -> on();
            default -> {}
        }
    }

    /** The first of two awards comes to its anniversary. */
    private void reviews() {
        Reviews reviews = new Reviews(site);
        ApplicationNumber first = reviews.approved();
        site.later(MONTH);
        ApplicationNumber second = reviews.approved();
        reviews.file(first);
        accepted(first);
        accepted(second);
        on();
        tells(reviews.anniversary(first));
        reviews.toTheAnniversary(first);
    }

    private void on() {
        site.on(hungry.call(), Fault.OUT_OF_MEMORY);
    }

    private void later(Duration time) {
        tells(site.host().clock().instant().plus(time));
        site.later(time);
    }

    private static void accepted(ApplicationNumber number) {
        System.out.println("accepted " + number);
    }

    /** How far the clock is ahead of the machine's, as soon as it stands there. */
    private static void tells(Instant there) {
        System.out.println("ahead " + Duration.between(Clock.systemUTC().instant(), there));
    }
}
