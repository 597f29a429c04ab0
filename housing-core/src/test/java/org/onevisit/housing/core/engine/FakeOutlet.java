package org.onevisit.housing.core.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;

/** A board on which a test looks. */
final class FakeOutlet implements PublicityOutlet {
    private final Set<String> shown = new ConcurrentSkipListSet<>();

    Set<String> shown() {
        return shown;
    }

    @Override
    public String code() {
        return "web";
    }

    @Override
    public void post(Posting posting) {
        shown.add(posting.item());
    }

    @Override
    public void takeDown(String item) {
        shown.remove(item);
    }
}
